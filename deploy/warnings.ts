import { partitionOf } from '../src/aws/partition.js';
import { MAX_MESSAGES_PER_MINUTE } from '../src/wecom/api/limits.js';
import type { Settings } from './settings.js';

/** Returns warnings of what is allowed but should be known: packaging prints them. */
export function warningsOf(settings: Settings, region: string): readonly string[] {
  const { opsEmail, opsTopicArn, http, tokensSecretId, minIntervalMs } = settings;
  const partition = partitionOf(region);
  const nobody =
    'Neither opsEmail nor opsTopicArn is set: no one is told if wecomrobot itself fails, and npm run deploy refuses that';
  const licence =
    'http is token in a China region: API Gateway answers requests without IAM only if the account has an ICP licence';
  const noTokens = `tokensSecretId is not read: http is ${http}, and asks for no token`;
  const tooFast = `minIntervalMs is ${minIntervalMs}: WeCom accepts ${MAX_MESSAGES_PER_MINUTE} messages a minute from each robot and refuses the rest`;
  return [
    ...(opsEmail || opsTopicArn ? [] : [nobody]),
    ...(tokensSecretId && http !== 'token' ? [noTokens] : []),
    ...(http === 'token' && partition === 'aws-cn' ? [licence] : []),
    ...(minIntervalMs * MAX_MESSAGES_PER_MINUTE < 60_000 ? [tooFast] : []),
  ];
}
