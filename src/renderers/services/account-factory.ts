import { resourceName } from '../../aws/arn.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { timeField } from '../toolkit/field.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor } from '../toolkit/verdict.js';

/** The two topics of Account Factory for Terraform. What a subject says, the topic says too. */
const FAILURES = 'aft-failure-notifications';
const TOPICS: ReadonlySet<string> = new Set([FAILURES, 'aft-notifications']);

/**
 * News of Control Tower's Account Factory for Terraform: a sentence about an account that was provisioned, or was not.
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/aft-overview.html
 */
export const accountFactory: Renderer = {
  name: 'account-factory',
  matches: ({ detail, text, topicArn }) =>
    TOPICS.has(resourceName(topicArn)) && text !== '' && Object.keys(detail).length === 0,
  render({ occurredAt, subject, text, topicArn }, { words, timeZone }: RenderContext): Rendered {
    const failed = resourceName(topicArn) === FAILURES;
    return {
      ...stateFor(failed ? ['error', 'failed'] : ['info', 'notice'], words),
      title: titleOf('Control Tower AFT', subject.replace(/^AFT:? /, '')),
      fields: [timeField(words.label.time, occurredAt, timeZone)],
      details: readableSentence(text, timeZone),
    };
  },
};
