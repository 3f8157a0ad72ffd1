import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { EventBridgeClient, type EventBridgeClientConfig, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { textAt } from '../src/base/json.js';
import { WECOM_NOTIFICATION } from './event-patterns.js';
import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';

/** The beginning of the names of every stage's stack, and so of its rules. */
const PREFIX = 'wecomrobot-';
const [DETAIL_TYPE] = WECOM_NOTIFICATION['detail-type'] as readonly [string];

/** The configuration that every client of AWS takes. */
type AwsConfig = Pick<EventBridgeClientConfig, 'credentials' | 'endpoint' | 'maxAttempts' | 'region'>;

/** The stack that is about to be deployed, and what it is deployed with. */
export interface CheckOptions {
  readonly settings: Pick<Settings, 'notificationRule'>;
  /** Name of the stack that is about to be deployed. */
  readonly stack: string;
  /** The region and credentials of the deployment, as AWS's clients take them. */
  readonly config: AwsConfig;
  readonly warn: (line: string) => void;
}

/**
 * Checks that no other stage of this account and region shows the events of applications already: both would. Without
 * the permissions to look, it only warns.
 * @throws {SettingsError} If there is one, and `notificationRule` does not say that both are meant; if there are no credentials.
 */
export async function checkOtherStages({ settings, stack, config, warn }: CheckOptions): Promise<void> {
  if (settings.notificationRule !== '') return;
  const other = await findOther(config, stack).catch((error: unknown) => {
    if (isNobody(error)) throw new SettingsError(NOBODY);
    const why = error instanceof Error ? error.message : String(error);
    warn(`Cannot see if another stage shows the events of applications already, as AWS answered ${why}`);
  });
  if (other === undefined) return;
  throw new SettingsError(
    `Cannot deploy as the rule ${other} of another stage shows the events of applications already: set notificationRule to off, or to on to show them twice: current value is empty`,
  );
}

const NOBODY =
  'Cannot deploy as there are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with --aws-profile';

/** Returns true if there are no credentials, in the words of the framework or of AWS's client: nothing can be deployed. */
function isNobody(error: unknown): boolean {
  return textAt(error, 'code') === 'AWS_CREDENTIALS_NOT_FOUND' || textAt(error, 'name') === 'CredentialsProviderError';
}

/** Resolves to the name of a rule for the events of applications that is not this stack's. */
async function findOther(config: AwsConfig, stack: string): Promise<string | undefined> {
  const found = await rulesForApplications(new EventBridgeClient(config));
  if (found.length === 0) return undefined;
  const own = await ownRule(new CloudFormationClient(config), stack);
  return found.find((name) => name !== own);
}

async function rulesForApplications(client: EventBridgeClient): Promise<readonly string[]> {
  const names: string[] = [];
  for (let NextToken: string | undefined, isMore = true; isMore; ) {
    const page = await client.send(new ListRulesCommand({ NamePrefix: PREFIX, NextToken }));
    for (const { Name, EventPattern, State } of page.Rules ?? []) {
      if (Name && State !== 'DISABLED' && EventPattern?.includes(`"${DETAIL_TYPE}"`)) names.push(Name);
    }
    NextToken = page.NextToken;
    isMore = NextToken !== undefined;
  }
  return names;
}

/** Resolves to the name of the stack's own rule. `undefined` if it has none, or is not deployed yet. */
async function ownRule(client: CloudFormationClient, StackName: string): Promise<string | undefined> {
  try {
    const asked = new DescribeStackResourceCommand({ StackName, LogicalResourceId: 'NotificationRule' });
    return (await client.send(asked)).StackResourceDetail?.PhysicalResourceId;
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return undefined;
    throw error;
  }
}
