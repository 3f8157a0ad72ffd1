import { globalConsoleLink } from '../../aws/console-link.js';
import { type JsonObject, textAt } from '../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { timeField } from '../toolkit/field.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

const EVENTS: ReadonlyMap<string, Verdict> = new Map([
  ['CreateCase', ['info', 'created']],
  ['ReopenCase', ['warning', 'reopened']],
  ['ResolveCase', ['recovery', 'resolved']],
]);

/**
 * A case with AWS Support that was opened, answered, closed or opened again.
 * @see https://docs.aws.amazon.com/awssupport/latest/user/event-bridge-support.html
 */
export const supportCase: Renderer = {
  name: 'support-case',
  matches: ({ detail, detailType, source }) =>
    detailType === 'Support Case Update' && (source === 'aws.support' || textAt(detail, 'case-id') !== undefined),
  render({ detail, occurredAt, region }, { words, timeZone }: RenderContext): Rendered {
    const number = textAt(detail, 'display-id') ?? textAt(detail, 'case-id') ?? '';
    return {
      ...stateFor(verdictOf(detail), words),
      title: `${words.resourceKind.supportCase} ${number}`,
      fields: [timeField(words.label.time, occurredAt, timeZone)],
      link: globalConsoleLink('support-case', region, number),
      region: '', // AWS Support has no region.
      state: textAt(detail, 'event-name'),
    };
  },
};

/** Somebody is waiting for AWS's answer, but not for one of our own. */
function verdictOf(detail: JsonObject): Verdict {
  const name = textAt(detail, 'event-name') ?? '';
  if (name === 'AddCommunicationToCase')
    return ['info', textAt(detail, 'origin') === 'AWS' ? 'answeredByAws' : 'addedTo'];
  return EVENTS.get(name) ?? ['info', 'updated'];
}
