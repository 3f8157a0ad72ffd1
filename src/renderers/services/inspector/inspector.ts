import { consoleLink } from '../../../aws/console-link.js';
import { arrayAt, type JsonObject, numberAt, objectAt, textAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import { formatNumber } from '../../../text/format.js';
import type { Words } from '../../../text/words.js';
import { gradeOf } from '../../../verdict/scale.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { readableResourceType } from '../../toolkit/resource-type.js';
import { closedFinding, openFinding } from '../../toolkit/security-grade.js';
import { summarizeList } from '../../toolkit/summarize-list.js';

/** Keys of names that are better than the id of a finding's resource. */
const NAMES = [
  'details.awsLambdaFunction.functionName',
  'details.awsEcrContainerImage.repositoryName',
  'details.codeRepository.projectName',
  'details.vm.vmName',
  'details.image.repositoryName',
  'details.serverlessFunction.serverlessFunctionName',
  'id',
] as const;

const EXPLOIT: ReadonlyMap<string, keyof Words['security']['exists']> = new Map([
  ['YES', 'yes'],
  ['NO', 'no'],
]);

const YES: ReadonlyMap<string, keyof Words['answer']> = new Map([
  ['YES', 'yes'],
  ['NO', 'no'],
  ['PARTIAL', 'partly'],
]);

/**
 * A vulnerability that Amazon Inspector found or saw closed.
 * @see https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html
 */
export const inspector: Renderer = {
  name: 'inspector',
  matches: ({ detailType }) => detailType === 'Inspector2 Finding' || detailType === 'OnDemand AMI Scan Findings',
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail, region } = event;
    const title = textAt(detail, 'title') ?? textAt(detail, 'type');
    const vulnerability = textAt(detail, 'packageVulnerabilityDetails', 'vulnerabilityId');
    return {
      ...outcomeOf(detail, words),
      title: title === undefined ? 'Amazon Inspector' : `Amazon Inspector${words.colon}${title}`,
      fields: [
        field(
          words.label.resource,
          summarizeList(
            arrayAt(detail, 'resources').map((one) => resourceOf(one, words)),
            words,
          ),
        ),
        field(words.label.ruleId, title?.includes(vulnerability ?? '') ? undefined : vulnerability),
        ...riskFields(detail, words),
        field(words.label.remedy, remedyOf(detail)),
        timeField(words.label.time, event.occurredAt, timeZone),
      ],
      details: readableSentence(textAt(detail, 'description'), timeZone),
      link: consoleLink('inspector', region),
      account: textAt(detail, 'awsAccountId'),
      state: textAt(detail, 'severity'),
    };
  },
};

function outcomeOf(detail: JsonObject, words: Words): Pick<Rendered, 'severity' | 'status'> {
  const status = textAt(detail, 'status');
  if (status === 'CLOSED') return closedFinding('resolved', words);
  if (status === 'SUPPRESSED') return closedFinding('suppressed', words);
  return openFinding(gradeOf(textAt(detail, 'severity')), words);
}

function resourceOf(resource: unknown, words: Words): string {
  const tag = firstText(resource, ['details.awsEcrContainerImage.imageTags', 'details.image.imageTags', 'tags.Name']);
  const name =
    `${readableResourceType(textAt(resource, 'type') ?? '', words)} ${firstText(resource, NAMES) ?? ''}`.trim();
  return tag === undefined ? name : `${name}${words.aside(tag)}`;
}

/** Returns the fields that decide whether it can wait: the score, known exploits, whether there is a fix. */
function riskFields(detail: JsonObject, words: Words): readonly (Field | undefined)[] {
  const { label } = words;
  const said = (key: string): string | undefined => {
    const known = YES.get(textAt(detail, key) ?? '');
    return known && words.answer[known];
  };
  const exploit = EXPLOIT.get(textAt(detail, 'exploitAvailable') ?? '');
  const score = numberAt(detail, 'inspectorScore');
  const fix = fixOf(detail, words);
  return [
    field(label.score, score === undefined ? undefined : formatNumber(score, 1)),
    field(label.exploit, exploit && words.security.exists[exploit]),
    field(label.fix, fix),
    field(label.package, fix === undefined ? packagesOf(detail, words) : undefined),
    field(label.fixable, fix === undefined ? said('fixAvailable') : undefined),
    field(label.port, portOf(objectAt(detail, 'networkReachabilityDetails'))),
  ];
}

/** `openssl 3.0.13 → 3.0.13-0ubuntu3.4` of the packages that have a fix. */
function fixOf(detail: JsonObject, words: Words): string | undefined {
  const fixes = packagesIn(detail).map((one) => {
    const fixed = firstText(one, 'fixedInVersion');
    if (fixed === undefined || fixed === 'NotAvailable') return undefined;
    return `${nameAndVersion(one)} → ${fixed.replace(/^0:/, '')}`;
  });
  return summarizeList(fixes, words, 2) || undefined;
}

/** Returns the packages that have no fix yet, with the version in use and the file that has them. */
function packagesOf(detail: JsonObject, words: Words): string {
  const packages = packagesIn(detail).map((one) => {
    const file = firstText(one, 'filePath');
    return file === undefined ? nameAndVersion(one) : `${nameAndVersion(one)}${words.aside(file)}`;
  });
  return summarizeList(packages, words, 2);
}

function packagesIn(detail: JsonObject): readonly unknown[] {
  return arrayAt(detail, 'packageVulnerabilityDetails', 'vulnerablePackages');
}

function nameAndVersion(one: unknown): string {
  return `${textAt(one, 'name') ?? ''} ${textAt(one, 'version') ?? ''}`.trim();
}

function portOf(network: JsonObject): string | undefined {
  const begin = textAt(network, 'openPortRange', 'begin');
  const end = textAt(network, 'openPortRange', 'end');
  const range = begin === end ? begin : `${begin ?? ''}-${end ?? ''}`;
  return range && [textAt(network, 'protocol'), range].filter((part) => part).join(' ');
}

function remedyOf(detail: JsonObject): string | undefined {
  const text = textAt(detail, 'remediation', 'recommendation', 'text');
  return text === undefined || /^none provided$/i.test(text) ? undefined : text;
}
