import { parseArn } from '../src/aws/arn.js';
import { partitionOf } from '../src/aws/partition.js';
import { nameOrLength } from '../src/base/quote.js';
import { canDeliver } from './regions.js';
import type { Settings } from './settings.js';
import { topicSources } from './topic-sources.js';

/** Returns what is wrong with settings that are right one by one: they contradict each other or the region deployed to. */
export function contradictionsOf(settings: Settings, region: string): readonly string[] {
  const place = { region, partition: partitionOf(region) };
  return CHECKS.flatMap((check) => check(settings, place));
}

/** The region deployed to. */
interface Place {
  readonly region: string;
  readonly partition: string;
}

/** Returns an error for each value that contradicts another setting or the region. */
type Check = (settings: Settings, place: Place) => readonly string[];

/** The first error is the one that is told. */
const CHECKS: readonly Check[] = [
  twoWaysToBeTold,
  oneSecretForBoth,
  toldByItself,
  topicsOfAnotherPartition,
  topicsThatCannotDeliver,
  boundaryOfAnotherPartition,
  tooManyInvokers,
  linkWithoutDoor,
  arnsOfAnotherRegion,
];

function cannotUse(what: string, rule: string, value: string): string {
  return `Cannot use the ${what} as ${rule}: current value is ${value}`;
}

function twoWaysToBeTold({ opsEmail, opsTopicArn }: Settings): readonly string[] {
  if (!opsEmail || !opsTopicArn) return [];
  return [
    `Cannot use the settings opsEmail and opsTopicArn together as one is enough: opsEmail is ${nameOrLength(opsEmail)}`,
  ];
}

function oneSecretForBoth({ secretId, tokensSecretId }: Settings): readonly string[] {
  if (secretName(secretId) !== secretName(tokensSecretId)) return [];
  const rule = 'it must be another secret than secretId (empty: one for both)';
  return [cannotUse('setting tokensSecretId', rule, nameOrLength(tokensSecretId))];
}

function toldByItself({ topicArns, opsTopicArn }: Settings): readonly string[] {
  if (!topicArns.includes(opsTopicArn)) return [];
  const rule = "it must not be one of topicArns, or wecomrobot's own alarms would depend on wecomrobot";
  return [cannotUse('setting opsTopicArn', rule, nameOrLength(opsTopicArn))];
}

function topicsOfAnotherPartition({ topicArns }: Settings, { region, partition }: Place): readonly string[] {
  return topicArns
    .filter((arn) => parseArn(arn)?.partition !== partition)
    .map((arn) => cannotUse(`setting topicArns in ${region}`, `it must be of ${partition}`, nameOrLength(arn)));
}

function topicsThatCannotDeliver({ topicArns }: Settings, { region }: Place): readonly string[] {
  return topicArns
    .map((arn) => ({ arn, from: parseArn(arn)?.region ?? region }))
    .filter(({ from }) => !canDeliver(from, region))
    .map(({ arn, from }) => {
      const rule = `SNS delivers from no other region to a function in a region that has to be switched on (deploy to ${from}, or forward its events by EventBridge)`;
      return cannotUse(`setting topicArns in ${region}`, rule, nameOrLength(arn));
    });
}

function boundaryOfAnotherPartition(
  { permissionsBoundary }: Settings,
  { region, partition }: Place,
): readonly string[] {
  if (!permissionsBoundary || parseArn(permissionsBoundary)?.partition === partition) return [];
  const what = `setting permissionsBoundary in ${region}`;
  return [cannotUse(what, `it must be of ${partition}`, nameOrLength(permissionsBoundary))];
}

/**
 * Most bytes of the policy that says who may invoke a function, and of one statement in it.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_POLICY_BYTES = 20_480;
const STATEMENT_BYTES = 430;
/** Statements for the stack's own topic, rules, alarms and HTTPS door. */
const OWN_STATEMENTS = 4;

function tooManyInvokers({ topicArns, trustedAccountIds }: Settings): readonly string[] {
  const statements = topicSources(topicArns).length + trustedAccountIds.length;
  const most = Math.floor(MAX_POLICY_BYTES / STATEMENT_BYTES) - OWN_STATEMENTS;
  if (statements <= most) return [];
  const rule = `Lambda's policy of ${MAX_POLICY_BYTES} bytes holds ${most} accounts and regions at most`;
  return [cannotUse('settings topicArns and trustedAccountIds together', rule, String(statements))];
}

/** The link in a message is opened by a person's browser, which cannot sign requests; the tick reads what it has set. */
function linkWithoutDoor({ ack, http, reminders }: Settings): readonly string[] {
  if (ack !== 'link' || (http === 'token' && reminders)) return [];
  const given = http === 'token' ? 'reminders off' : `http ${http}`;
  return [cannotUse('setting ack: link', 'it needs http: token and reminders: on', given)];
}

function arnsOfAnotherRegion(settings: Settings, { region, partition }: Place): readonly string[] {
  return BESIDE_FUNCTIONS.flatMap((name) => {
    const arn = settings[name];
    const parsed = parseArn(arn);
    // A secret may be given by its name.
    if (!arn.startsWith('arn:') || (parsed?.partition === partition && parsed.region === region)) return [];
    return [cannotUse(`setting ${name}`, `it must be in ${region}`, nameOrLength(arn))];
  });
}

/** Settings of what has to be where the functions are. */
const BESIDE_FUNCTIONS = [
  'opsTopicArn',
  'secretKmsKeyArn',
  'tokensSecretKmsKeyArn',
  'secretId',
  'tokensSecretId',
] as const;

/** Returns the name of a secret that is given by name or by ARN. */
function secretName(id: string): string {
  return (
    parseArn(id)
      ?.resource.replace(/^secret:/, '')
      .replace(/-\w{6}$/, '') ?? id
  );
}
