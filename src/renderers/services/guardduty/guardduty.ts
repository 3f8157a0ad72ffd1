import { consoleLink } from '../../../aws/console-link.js';
import { arrayAt, at, getOwn, type JsonObject, numberAt, objectAt, textAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import type { Words } from '../../../text/words.js';
import type { Grade } from '../../../verdict/scale.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { readableResourceType } from '../../toolkit/resource-type.js';
import { closedFinding, openFinding } from '../../toolkit/security-grade.js';
import { summarizeList } from '../../toolkit/summarize-list.js';

/** @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html */
const BANDS: readonly (readonly [from: number, grade: Grade])[] = [
  [9, 'critical'],
  [7, 'high'],
  [4, 'medium'],
  [1, 'low'],
];

/** Keys of a finding that name the target of the attack, the more exact first. */
const NAMES = [
  'instanceDetails.instanceId',
  'ecsClusterDetails.name',
  'eksClusterDetails.name',
  'lambdaDetails.functionName',
  'rdsDbInstanceDetails.dbInstanceIdentifier',
  'rdsLimitlessDbDetails.dbShardGroupIdentifier',
  's3BucketDetails.0.name',
  'containerDetails.name',
  'accessKeyDetails.userName',
  'ebsVolumeDetails.scannedVolumeDetails.0.volumeArn',
  'ebsSnapshotDetails.snapshotArn',
  'ec2ImageDetails.imageArn',
  'recoveryPointDetails.recoveryPointArn',
] as const;

/** A finding of Amazon GuardDuty, attack sequences included. */
export const guardduty: Renderer = {
  name: 'guardduty',
  matches: (event) => event.detailType === 'GuardDuty Finding',
  render({ detail, region: eventRegion, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const region = textAt(detail, 'region') ?? eventRegion;
    const archived = at(detail, 'service', 'archived') === true;
    const type = textAt(detail, 'type');
    return {
      ...(archived ? closedFinding('archived', words) : openFinding(gradeOfNumber(detail), words)),
      title: `GuardDuty${words.colon}${`${resourceOf(detail, words)} ${purposeOf(type, words)}`.trim()}`,
      fields: [
        actionField(objectAt(detail, 'service', 'action'), words),
        field(words.label.probedPort, probedPorts(detail, words)),
        field(words.label.accessKey, textAt(detail, 'resource', 'accessKeyDetails', 'accessKeyId')),
        field(words.label.remoteIp, sources(detail, words)),
        field(words.label.type, type),
        ...seenFields(detail, occurredAt, words, timeZone),
      ],
      details: readableSentence(sentenceOf(detail), timeZone),
      link: consoleLink('guardduty', region, textAt(detail, 'id')),
      account: textAt(detail, 'accountId'),
      region,
      state: textAt(detail, 'severity'),
    };
  },
};

function gradeOfNumber(detail: JsonObject): Grade | undefined {
  const severity = numberAt(detail, 'severity');
  return severity === undefined ? undefined : BANDS.find(([from]) => severity >= from)?.[1];
}

/** `CryptoCurrency:EC2/BitcoinTool.B` begins with what the attacker is after; of ports it matters whose are looked at. */
function purposeOf(type: string | undefined, { security: { purpose } }: Words): string {
  const [said = '', name = ''] = type?.split(':') ?? [];
  return getOwn<string>(purpose, /PortProbe|Portscan/.exec(name)?.[0] ?? said) ?? said;
}

/** Returns AWS's title and description, or only the description if it contains the title. */
function sentenceOf(detail: JsonObject): string | undefined {
  const [title = '', description = ''] = [textAt(detail, 'title'), textAt(detail, 'description')];
  return description.includes(title.replace(/\.$/, '')) ? description : `${title} ${description}`;
}

function resourceOf(detail: JsonObject, words: Words): string {
  const sequence = arrayAt(detail, 'service', 'detection', 'sequence', 'resources');
  const parts = sequence.map((part) => firstText(part, ['name', 'uid']));
  if (parts.length > 0) return summarizeList(parts, words);
  const resource = objectAt(detail, 'resource');
  const alias = aliasOf(resource);
  return `${kindOf(resource, words)} ${firstText(resource, NAMES) ?? ''}${alias === undefined ? '' : words.aside(alias)}`;
}

/** A bucket is what a finding is about although its type says `AccessKey`: whose key was used. */
function kindOf(resource: JsonObject, words: Words): string {
  const type = firstText(resource, 'resourceType') ?? '';
  if (firstText(resource, 's3BucketDetails.0.name') !== undefined) return readableResourceType('S3Bucket', words);
  return readableResourceType(type === 'Instance' ? 'EC2Instance' : type, words);
}

/** An instance's `Name` tag. */
function aliasOf(resource: JsonObject): string | undefined {
  const tag = arrayAt(resource, 'instanceDetails', 'tags').find((one) => textAt(one, 'key') === 'Name');
  return textAt(tag, 'value');
}

/** Returns the action taken: the API called, the name looked up, the port connected to; of who came in, the port of ours. */
function actionField(action: JsonObject, words: Words): Field | undefined {
  const {
    label,
    security: { direction },
  } = words;
  const call = objectAt(action, 'awsApiCallAction');
  const service = textAt(call, 'serviceName')?.split('.amazonaws.com', 1)[0];
  const api = textAt(call, 'api');
  if (api !== undefined) return field(label.api, service === undefined ? api : `${service}:${api}`);
  const domain = textAt(action, 'dnsRequestAction', 'domain');
  if (domain !== undefined) return field(label.domainName, domain);
  const kubernetes = objectAt(action, 'kubernetesApiCallAction');
  const request = [textAt(kubernetes, 'verb'), textAt(kubernetes, 'requestUri')].filter((part) => part !== undefined);
  if (request.length > 0) return field(label.api, request.join(' '));
  const user = firstText(action, [
    'rdsLoginAttemptAction.LoginAttributes.0.user',
    'rdsLoginAttemptAction.loginAttributes.0.user',
  ]);
  if (user !== undefined) return field(label.user, user);
  const connection = objectAt(action, 'networkConnectionAction');
  const way = textAt(connection, 'connectionDirection');
  const port = way === 'INBOUND' ? 'localPortDetails' : 'remotePortDetails';
  const parts = [
    way === 'INBOUND' || way === 'OUTBOUND' ? direction[way] : undefined,
    textAt(connection, 'protocol'),
    portAt(connection, port, words),
  ];
  return field(label.connection, parts.filter((part) => part !== undefined).join(' '));
}

/** `22（SSH）` */
function portAt(value: unknown, key: string, { aside }: Words): string | undefined {
  const [port, name] = [textAt(value, key, 'port'), textAt(value, key, 'portName')];
  return port === undefined || name === undefined || /^unknown$/i.test(name) ? port : `${port}${aside(name)}`;
}

/** Returns the ports of ours that somebody looks for a way in through. */
function probedPorts(detail: JsonObject, words: Words): string {
  const probes = arrayAt(detail, 'service', 'action', 'portProbeAction', 'portProbeDetails');
  return summarizeList([...new Set(probes.map((probe) => portAt(probe, 'localPortDetails', words)))], words);
}

/** Returns the origin, or for an attack sequence all its origins: address, then city and country. */
function sources(detail: JsonObject, words: Words): string {
  const actions = Object.values(objectAt(detail, 'service', 'action'));
  const remotes = actions.flatMap((action) => [
    at(action, 'remoteIpDetails'),
    ...arrayAt(action, 'portProbeDetails').map((probe) => at(probe, 'remoteIpDetails')),
  ]);
  const endpoints = arrayAt(detail, 'service', 'detection', 'sequence', 'endpoints');
  return summarizeList(
    [...remotes.map((remote) => placed(remote, words)), ...endpoints.map((end) => textAt(end, 'ip'))],
    words,
  );
}

function placed(remote: unknown, words: Words): string | undefined {
  const address = textAt(remote, 'ipAddressV4') ?? textAt(remote, 'ipAddressV6');
  const place = [textAt(remote, 'city', 'cityName'), textAt(remote, 'country', 'countryName')].filter((part) => part);
  return address === undefined || place.length === 0 ? address : `${address}${words.aside(place.join(', '))}`;
}

function seenFields(detail: JsonObject, now: number, words: Words, timeZone: string): readonly (Field | undefined)[] {
  const { label } = words;
  const sequence = objectAt(detail, 'service', 'detection', 'sequence');
  const signals = arrayAt(sequence, 'signals').length;
  const count = numberAt(detail, 'service', 'count') ?? 1;
  const last = at(detail, 'service', 'eventLastSeen') ?? now;
  return [
    signals > 0
      ? field(label.signals, words.security.phrase.signals(signals, arrayAt(sequence, 'resources').length))
      : undefined,
    count > 1 ? field(label.count, count) : undefined,
    count > 1 ? timeField(label.firstSeen, at(detail, 'service', 'eventFirstSeen'), timeZone) : undefined,
    timeField(count > 1 ? label.lastSeen : label.time, last, timeZone),
  ];
}
