import { parseArn, resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import { getOwn } from '../../../base/json.js';
import type { ResourceKind, Status } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';
import { REQUEST_PREAMBLE } from '../lambda/invocation-result.js';
import { type Carrier, type DeadLetter, isDeadLetter, readDeadLetter } from './read-dead-letter.js';

/** The sender of a dead letter in words, and what it failed to do. */
const CARRIERS: Readonly<Record<Carrier, { readonly kind: ResourceKind; readonly status: Status }>> = {
  eventbridge: { kind: 'eventBridgeRule', status: 'undelivered' },
  scheduler: { kind: 'schedule', status: 'undelivered' },
  pipes: { kind: 'pipe', status: 'undelivered' },
  sns: { kind: 'snsTopic', status: 'undelivered' },
  lambda: { kind: 'lambdaDeadLetter', status: 'unprocessed' },
  sqs: { kind: 'queue', status: 'unprocessed' },
};

/**
 * A message that could not be delivered or processed: where it was going, why, how often it was tried. Its content is never
 * shown, at most its kind: that may be good news, and the news is that it was lost.
 */
export const deadLetter: Renderer = {
  name: 'dead-letter',
  matches: isDeadLetter,
  render(event, context): Rendered {
    const letter = readDeadLetter(event) ?? { carrier: 'sqs', from: '' };
    const { words, timeZone } = context;
    const { kind, status } = CARRIERS[letter.carrier];
    const queue = resourceName(event.queue?.arn ?? '');
    const [name, within] = nameOf(letter, queue);
    const target = letter.target && resourceName(letter.target);
    const from = parseArn(letter.from);
    return {
      ...stateFor(['error', status], words),
      title: titleOf(words.resourceKind[kind], target ? `${name} → ${target}` : name),
      fields: [
        ...fieldsOf(letter, context),
        field(words.label.deadLetterQueue, queue === name ? undefined : queue),
        timeField(words.label.time, event.occurredAt, timeZone),
      ],
      details: readableSentence(letter.message?.replace(REQUEST_PREAMBLE, ''), timeZone),
      link: linkOf(letter, from?.region ?? event.region, name, within),
      account: from?.account || event.account,
      region: from?.region || event.region,
      ...(letter.requestId !== undefined && { id: `lambda:${letter.requestId}` }),
      state: letter.code ?? letter.condition,
    };
  },
};

function fieldsOf(letter: DeadLetter, { words, timeZone }: RenderContext): Rendered['fields'] {
  const { label, awsCode } = words;
  const { condition } = letter;
  return [
    // Lambda's code is an HTTP status, and often 200.
    field(label.error, letter.carrier === 'lambda' ? undefined : letter.code),
    field(label.reason, condition && (getOwn<string>(awsCode.invocationCondition, condition) ?? condition)),
    field(label.retries, letter.retries),
    field(label.source, letter.stream),
    field(label.records, letter.records),
    field(label.event, letter.carried),
    timeField(label.plannedFor, letter.plannedFor, timeZone),
    field(label.requestId, letter.requestId),
  ];
}

/** Of `rule/[bus/]name` and `schedule/group/name` the name, and what it is in. */
function nameOf({ carrier, from }: DeadLetter, queue: string): readonly [name: string, within: string] {
  const whole = resourceName(from) || queue;
  if (carrier !== 'eventbridge' && carrier !== 'scheduler') return [whole, ''];
  const parts = whole.split('/');
  return [parts.at(-1) ?? whole, parts.at(-2) ?? 'default'];
}

function linkOf({ carrier, from }: DeadLetter, region: string, name: string, within: string): string | undefined {
  if (carrier === 'eventbridge') return consoleLink('events-rule', region, name, within);
  if (carrier === 'scheduler') return consoleLink('scheduler', region, name, within);
  return carrier === 'sns' ? consoleLink('sns', region, from) : undefined;
}
