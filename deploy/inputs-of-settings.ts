import { createHash } from 'node:crypto';
import { parseArn } from '../src/aws/arn.js';
import { partitionOf } from '../src/aws/partition.js';
import { isObject } from '../src/base/json.js';
import { CONSOLE_HOSTS } from '../src/domain/console-hosts.js';
import { ref, sub } from './cloudformation.js';
import { PRESETS } from './event-patterns.js';
import type { Inputs, Topic, TopicSource } from './plan.js';
import { snsPrincipal } from './regions.js';
import type { Settings } from './settings.js';
import { topicSources } from './topic-sources.js';

/** Returns settings that are known, for a region, as resources are made of them. */
export function inputsOfSettings(settings: Settings, region: string): Inputs {
  const { topicArns, eventPatterns, trustedAccountIds, topicPublishers } = settings;
  const sources = topicSources(topicArns);
  return {
    value: (name) => settings[name],
    variable: (name) => variableText(settings[name]),
    inText: (name) => String(settings[name]),
    isGiven: (name) => isGiven(settings[name]),
    is: (name, value) => settings[name] === value,
    isOn: (name) => settings[name] === true,
    isArn: (name) => String(settings[name]).startsWith('arn:'),
    isChina: partitionOf(region) === 'aws-cn',
    consoleHost: CONSOLE_HOSTS[partitionOf(region)],
    presets: Object.keys(PRESETS).map((name) => [name, eventPatterns.includes(name)] as const),
    topics: topicArns.map((arn) => topicOf(arn, region)),
    topicSources: sources.map((source) => sourceOf(source, region)),
    alarmRegions: [ref('AWS::Region'), ...new Set(sources.map((one) => one.region))],
    accounts: trustedAccountIds.map((id) => ({ suffix: id, isGiven: true, id, inText: id })),
    topicPublishers: topicPublishers.map((name) => `${name}.amazonaws.com`),
    layers: { isGiven: false, arns: [] },
  };
}

function isGiven(value: unknown): boolean {
  return value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0) && variableText(value) !== '';
}

/**
 * A subscription is called after its topic, wherever that stands in the list. Under another logical id CloudFormation would subscribe
 * first, which SNS answers with the subscription that there is, and then remove the one of the old id, which is the same.
 */
function topicOf(arn: string, region: string): Topic {
  const topicRegion = parseArn(arn)?.region ?? region;
  const suffix = createHash('sha256').update(arn).digest('hex').slice(0, 8);
  return { suffix, isGiven: true, arn, region: topicRegion, isElsewhere: topicRegion !== region };
}

function sourceOf({ account, region: from }: ReturnType<typeof topicSources>[number], region: string): TopicSource {
  return {
    suffix: `${account}${from.replaceAll('-', '')}`,
    isGiven: true,
    principal: snsPrincipal(from, region),
    arn: sub(`arn:\${AWS::Partition}:sns:${from}:${account}:*`),
  };
}

/** Returns a setting as a variable or a parameter has it: lists as `a,b` and maps as `key=value,…`. */
export function variableText(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}=${String(one)}`)
    .join(',');
}
