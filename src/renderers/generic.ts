import { type JsonObject, textAt } from '../json.js';
import type { Field } from '../notification.js';
import { field } from './field.js';
import { outcomeOf } from './outcome.js';
import type { RenderContext, Rendered, Renderer } from './renderer.js';

const STATE_KEYS = ['state', 'status', 'result', 'outcome'] as const;

/** Any event that no renderer knows: its type, its state, the scalars that matter. */
export const generic: Renderer = {
  name: 'generic',
  matches: () => true,
  render(event, { words }: RenderContext): Rendered {
    const state = STATE_KEYS.map((key) => textAt(event.detail, key)).find((value) => value !== undefined);
    const outcome = outcomeOf(`${state ?? ''} ${event.detailType}`, words);
    return {
      severity: outcome?.severity ?? 'info',
      status: outcome?.status ?? words.status.notice,
      title: event.detailType || event.subject,
      fields: scalarFields(event.detail),
      state,
    };
  },
};

function scalarFields(detail: JsonObject): readonly (Field | undefined)[] {
  return Object.keys(detail)
    .slice(0, 6)
    .map((key) => field(key, textAt(detail, key)));
}
