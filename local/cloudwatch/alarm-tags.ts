import { arrayAt, textAt } from '../../src/base/json.js';
import type { Answers } from './answers.js';
import { CloudWatchError } from './cloudwatch-error.js';

/** The tags of an alarm by their keys. */
export type Tags = Readonly<Record<string, string>>;

/** Tags to add; a value of `undefined` takes one away. */
export type TagChanges = Readonly<Record<string, string | undefined>>;

/** Most tags of an alarm, and longest key and value, in characters. */
const MAX_TAGS = 50;
const MAX_TAG = { key: 128, value: 256 } as const;
/** Letters, digits, spaces and signs that a tag may hold. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u;

/** Returns the answers about the tags of alarms. @param alarmAt returns the alarm of an ARN, or throws that there is none. */
export function tagAnswers(alarmAt: (arn: unknown) => { tags: Tags }): Answers {
  const change = (arn: unknown, changes: TagChanges): void => {
    const alarm = alarmAt(arn);
    alarm.tags = changedTags(alarm.tags, changes);
  };
  return {
    ListTagsForResource: ({ ResourceARN }) => ({
      Tags: Object.entries(alarmAt(ResourceARN).tags).map(([Key, Value]) => ({ Key, Value })),
    }),
    TagResource: (asked) => {
      const tags = arrayAt(asked, 'Tags').map((tag) => [textAt(tag, 'Key') ?? '', textAt(tag, 'Value') ?? ''] as const);
      for (const [key, value] of tags) checkTag(key, value);
      change(asked['ResourceARN'], Object.fromEntries(tags));
      return {};
    },
    UntagResource: (asked) => {
      const keys = arrayAt(asked, 'TagKeys').map((key) => [String(key), undefined] as const);
      change(asked['ResourceARN'], Object.fromEntries(keys));
      return {};
    },
  };
}

/** Returns the tags of an alarm after a change. @throws {CloudWatchError} If there would be too many. */
export function changedTags(tags: Tags, changes: TagChanges): Tags {
  const all = Object.entries({ ...tags, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  if (all.length > MAX_TAGS) throw new CloudWatchError('InvalidParameterValueException', `More than ${MAX_TAGS} tags`);
  return Object.fromEntries(all);
}

/** Refuses a tag that AWS would not take. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Tag.html */
function checkTag(key: string, value: string): void {
  const isShort = key !== '' && key.length <= MAX_TAG.key && value.length <= MAX_TAG.value;
  if (!isShort || !TAG_TEXT.test(key) || !TAG_TEXT.test(value))
    throw new CloudWatchError('InvalidParameterValueException', `Not a tag: ${key}`);
}
