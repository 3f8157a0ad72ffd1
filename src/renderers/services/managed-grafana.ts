import type { ServiceEvent } from '../../aws/service-event.js';
import { type JsonObject, textAt } from '../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { stateOfText } from '../toolkit/event-state.js';
import { timeField } from '../toolkit/field.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** Grafana's own states of a rule. A rule without data is no alarm and no recovery: somebody should look. */
const STATES: ReadonlyMap<string, Verdict> = new Map([
  ['alerting', ['error', 'alarm']],
  ['ok', ['recovery', 'recovered']],
  ['normal', ['recovery', 'recovered']],
  ['no_data', ['warning', 'noData']],
  ['nodata', ['warning', 'noData']],
  ['error', ['warning', 'warning']],
  ['paused', ['info', 'stopped']],
  ['pending', ['info', 'waiting']],
]);

const TEXT = /^State: (\w+)\r?\n([\s\S]*)$/;

/**
 * An alert of Amazon Managed Grafana's SNS channel, in either of its two forms: `{"body": …, "state": …}`, or a text whose first
 * line is the state.
 * @see https://docs.aws.amazon.com/grafana/latest/userguide/v9-alerting-overview.html
 */
export const managedGrafana: Renderer = {
  name: 'managed-grafana',
  matches: (event) => alertIn(event) !== undefined,
  render(event, { words, timeZone }: RenderContext): Rendered {
    const [state, body] = alertIn(event) ?? ['', ''];
    const known = STATES.get(state.toLowerCase());
    const [first = '', ...rest] = body.trim().split('\n');
    const title = event.subject || first;
    return {
      ...((known && stateFor(known, words)) ?? stateOfText(state, words) ?? stateFor(['warning', 'warning'], words)),
      title: title || words.resourceKind.alarm,
      fields: [timeField(words.label.time, event.occurredAt, timeZone)],
      details: (title === first ? rest : [first, ...rest]).join('\n'),
      state,
    };
  },
};

function alertIn({ detail, source, text }: ServiceEvent): readonly [state: string, body: string] | undefined {
  if (source !== '') return undefined;
  const [, state, body = ''] = TEXT.exec(text) ?? [];
  if (state !== undefined) return [state, body];
  return isForm(detail) ? [textAt(detail, 'state') ?? '', textAt(detail, 'body') ?? ''] : undefined;
}

function isForm(detail: JsonObject): boolean {
  return Object.keys(detail).every((key) => key === 'state' || key === 'body') && Object.keys(detail).length === 2;
}
