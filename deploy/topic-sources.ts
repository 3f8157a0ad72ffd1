import { parseArn } from '../src/aws/arn.js';

/** An account and region with topics. */
export interface TopicSource {
  readonly account: string;
  readonly region: string;
}

/** Returns the accounts and regions of topics, each once. */
export function topicSources(topicArns: readonly string[]): readonly TopicSource[] {
  const sources = topicArns.flatMap((topic) => parseArn(topic) ?? []);
  return [
    ...new Map(sources.map(({ account, region }) => [`${account} ${region}`, { account, region }] as const)).values(),
  ];
}
