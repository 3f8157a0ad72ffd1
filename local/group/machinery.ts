import { type Deployment, startDeployment } from '../deployment/deployment.js';
import type { DeploymentOptions } from '../deployment/deployment-options.js';
import { PLACE } from '../lambda/place.js';
import { sampleKey, sampleSecret } from '../secrets-manager/sample-secret.js';
import type { GroupSettings } from './entry.js';

const SECRET_ID = 'wecomrobot';
/** The topic by which the page's alarms come. */
export const TOPIC = `arn:aws:sns:${PLACE}:ops-alerts`;
/** Alarms that stay are told again, and tags say who has them, as deployed. Init reads the secret, which signs links. */
export const WATCHED = {
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  WATCH_TOPICS: TOPIC,
  WATCH_ALARM_RULE: 'true',
  WATCH_ACKS: 'true',
};

/** The parts of a deployment that the group page chooses. */
export interface MachineryOptions extends Pick<DeploymentOptions, 'functionFolder' | 'time' | 'onTaken' | 'onBatch'> {
  /** Names of the robots, `default` first. */
  readonly robots: readonly string[];
  /** The team's own settings: `MENTION_ON_ALARM`, `ACCOUNT_NAMES`, `TIME_ZONE`, … */
  readonly env: Readonly<Record<string, string>>;
  readonly settings: GroupSettings;
}

/** Returns the variables of both functions that determine the look of messages. */
export function wordingOf({ language, format, graph }: GroupSettings): Readonly<Record<string, string>> {
  return {
    MESSAGE_LANGUAGE: language,
    MESSAGE_FORMAT: format,
    ...(graph !== undefined && { ALARM_GRAPH: graph ? 'on' : 'off' }),
  };
}

/**
 * Starts the deployment for the page: a key for each robot, and a WeCom that counts its minute in both ways, as it is
 * not known which one is right.
 */
export function startMachinery({ robots, env, settings, ...options }: MachineryOptions): Promise<Deployment> {
  const keys = robots.map((robot, index) => [robot, sampleKey(index + 1)] as const);
  return startDeployment({
    ...options,
    secretId: SECRET_ID,
    keys: Object.fromEntries(keys.map(([robot, key]) => [key, robot])),
    secrets: { [SECRET_ID]: sampleSecret(Object.fromEntries(keys)) },
    window: 'both',
    heartbeats: true,
    cloudWatch: true,
    env: { ...WATCHED, ...env, ...wordingOf(settings) },
    // Each robot of the page may have a batch in flight.
    consumers: Math.max(2, robots.length),
  });
}
