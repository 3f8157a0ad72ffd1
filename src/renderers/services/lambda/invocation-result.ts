import { consoleLink } from '../../../aws/console-link.js';
import { getOwn, type JsonObject, objectAt, textAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { inputHandle } from '../../toolkit/input-handle.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';

/** The preamble that Lambda writes before the reason of a crash or a timeout. */
export const REQUEST_PREAMBLE = /^\S+Z [0-9a-f-]{36} |RequestId: [0-9a-f-]{36} /;

/** Keys of the origin of a batch that a function could not process. */
const BATCH_SOURCES = ['KinesisBatchInfo', 'DDBStreamBatchInfo', 'KafkaBatchInfo'] as const;

/**
 * Another Lambda function failed (or not): the record that its destination receives. Of what the function was given only
 * an id is shown: the rest may hold anything.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const invocationResult: Renderer = {
  name: 'lambda-destination',
  matches: ({ detail, detailType }) =>
    detailType.startsWith('Lambda Function Invocation Result') ||
    (textAt(detail, 'requestContext', 'functionArn') !== undefined &&
      textAt(detail, 'requestContext', 'condition') !== undefined),
  render({ detail, detailType, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const condition = textAt(detail, 'requestContext', 'condition');
    const [name, qualifier] = firstText(detail, 'requestContext.functionArn')?.split(':') ?? [];
    const succeeded = condition === 'Success' || detailType.endsWith('Success');
    return {
      ...stateFor(succeeded ? ['recovery', 'succeeded'] : ['error', 'failed'], words),
      title: titleOf(resourceKind.lambdaFunction, name),
      fields: [
        field(label.reason, succeeded ? undefined : reasonOf(condition, words)),
        field(label.error, errorTypeOf(detail)),
        field(label.attempts, attemptsOf(detail, succeeded, words)),
        qualifierField(detail, qualifier, words),
        field(label.requestId, succeeded ? undefined : firstText(detail, 'requestContext.requestId')),
        field(label.input, succeeded ? undefined : inputHandle(objectAt(detail, 'requestPayload'))?.join(' ')),
        field(label.source, batchSourceOf(detail)),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: firstText(detail, 'responsePayload.errorMessage')?.replace(REQUEST_PREAMBLE, ''),
      link: consoleLink('lambda', region, name),
      state: condition,
    };
  },
};

/** Returns how often the function was tried; of a failure that was tried once, that it was not tried again. */
function attemptsOf(detail: JsonObject, succeeded: boolean, { aside, phrase }: Words): string | undefined {
  const count = firstText(detail, 'requestContext.approximateInvokeCount');
  return count === '1' && !succeeded ? `${count}${aside(phrase.notRetried)}` : count;
}

/** Returns the alias that was called, with the version behind it, or the version itself: a number, or none but the latest. */
function qualifierField(detail: JsonObject, qualifier: string | undefined, { aside, label }: Words): Field | undefined {
  const ran = textAt(detail, 'responseContext', 'executedVersion');
  const version = ran === '$LATEST' ? undefined : ran;
  if (qualifier === undefined || /^(\$LATEST|\d+)$/.test(qualifier))
    return field(label.version, qualifier === '$LATEST' ? undefined : (qualifier ?? version));
  return field(label.alias, version === undefined ? qualifier : `${qualifier}${aside(`${label.version} ${version}`)}`);
}

function reasonOf(condition: string | undefined, words: Words): string | undefined {
  return getOwn<string>(words.awsCode.invocationCondition, condition ?? '') ?? condition;
}

/** A function that crashed or timed out has no error type of its own, only `Unhandled`, which means nothing to a reader. */
function errorTypeOf(detail: JsonObject): string | undefined {
  const type = firstText(detail, ['responsePayload.errorType', 'responseContext.functionError']);
  return type === 'Unhandled' ? undefined : type;
}

function batchSourceOf(detail: JsonObject): string | undefined {
  return firstText(
    detail,
    BATCH_SOURCES.flatMap((key) => [`${key}.streamArn`, `${key}.eventSourceArn`]),
  );
}
