import { resourceName } from '../../../aws/arn.js';
import type { Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';
import { REQUEST_PREAMBLE } from './invocation-result.js';

/** The message attributes that together only a dead letter of Lambda's has. */
const MARKS = ['RequestID', 'ErrorCode', 'ErrorMessage'] as const;

/**
 * An event that another Lambda function could not process, in its dead-letter topic. The message does not name the function; its
 * input is never shown, as it may hold anything. Asked first: the event itself may look like anything else.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const lambdaDeadLetter: Renderer = {
  name: 'lambda-dead-letter',
  matches: ({ attributes }) => MARKS.every((mark) => attributes[mark] !== undefined),
  render: ({ attributes, topicArn, occurredAt }, { words, timeZone }) => ({
    ...stateFor(['error', 'failed'], words),
    title: titleOf(words.resourceKind.lambdaDeadLetter, resourceName(topicArn)),
    fields: [field(words.label.requestId, attributes['RequestID']), timeField(words.label.time, occurredAt, timeZone)],
    details: attributes['ErrorMessage']?.replace(REQUEST_PREAMBLE, ''),
    id: `lambda:${attributes['RequestID']}`,
    state: attributes['ErrorCode'],
  }),
};
