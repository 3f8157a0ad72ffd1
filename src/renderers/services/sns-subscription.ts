import { resourceName } from '../../aws/arn.js';
import { consoleLink } from '../../aws/console-link.js';
import { textAt } from '../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

const TYPES: ReadonlyMap<string, Verdict> = new Map([
  ['SubscriptionConfirmation', ['warning', 'unconfirmed']],
  ['UnsubscribeConfirmation', ['warning', 'unsubscribed']],
]);

/**
 * A subscription that SNS asks to confirm, or that was cancelled: in a queue, the sign of a policy that keeps SNS from
 * confirming it itself. The link that would confirm it holds a token, and is for no chat.
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html
 */
export const snsSubscription: Renderer = {
  name: 'sns-subscription',
  matches: ({ detail }) =>
    TYPES.has(textAt(detail, 'Type') ?? '') && textAt(detail, 'TopicArn')?.startsWith('arn:') === true,
  render({ detail, occurredAt, queue, region }, { words, timeZone }: RenderContext): Rendered {
    const type = textAt(detail, 'Type') ?? '';
    const topic = textAt(detail, 'TopicArn') ?? '';
    const { phrase } = words;
    return {
      ...stateFor(TYPES.get(type) ?? ['warning', 'unconfirmed'], words),
      title: titleOf(words.resourceKind.subscription, resourceName(topic)),
      fields: [
        field(words.label.queue, resourceName(queue?.arn ?? '')),
        timeField(words.label.time, textAt(detail, 'Timestamp') ?? occurredAt, timeZone),
      ],
      rows: [{ text: type === 'UnsubscribeConfirmation' ? phrase.unsubscribed : phrase.unconfirmedSubscription }],
      link: consoleLink('sns', region, topic),
      state: type,
    };
  },
};
