import type { ServiceEvent } from '../aws/service-event.js';
import type { Log } from '../base/log.js';
import type { Content } from '../domain/content.js';
import type { Draft, Overrides } from '../domain/notification.js';
import { readAttributeOverrides } from '../payloads/written/overrides.js';
import type { RenderedEvent } from '../renderers/render.js';
import type { RenderContext } from '../renderers/renderer.js';
import type { Words } from '../text/words.js';
import { readDescribedOverrides } from './described-overrides.js';

interface OverrideParts {
  readonly renderContext: RenderContext;
  readonly log: Log;
}

/** Adds the overrides that stand beside an event, and in the description of an alarm. */
export function withOverrides(
  read: Draft | RenderedEvent,
  event: ServiceEvent,
  { renderContext, log }: OverrideParts,
): Draft {
  const { overrideAttributes = {}, unknownOverrides = [], overrides: own = {}, ...content } = { ...NONE, ...read };
  const described = readDescribedOverrides(overrideAttributes, unknownOverrides);
  const { mistakes, severity } = described;
  const { attributes } = event;
  const attributeOverrides =
    'overrides' in read ? readAttributeOverrides(attributes) : forgivingOverrides(attributes, content.id, log);
  if (mistakes.length > 0) log.write('warn', 'mistake in a description', { id: content.id, mistakes });
  return {
    ...(mistakes.length > 0 ? withMistakes(content, mistakes, renderContext.words) : content),
    overrides: { ...described.overrides, ...attributeOverrides, ...own },
    ...(severity && { describedSeverity: severity }),
  };
}

/** Reads the attributes beside an event. A mistake there must not stop the alarm: it is logged, and the rules decide. */
function forgivingOverrides(attributes: Readonly<Record<string, string>>, id: string, log: Log): Overrides {
  try {
    return readAttributeOverrides(attributes);
  } catch (error) {
    log.write('warn', 'overrides in message attributes ignored', { id, reason: String(error) });
    return {};
  }
}

/** A payload has the last of these, a rendered event the first two. */
const NONE = { overrideAttributes: undefined, unknownOverrides: undefined, overrides: undefined };

/** Adds a line that shows the mistakes, so that they are seen without a log. Good news is not spoilt by them. */
function withMistakes(content: Content, mistakes: readonly string[], { alarm, listSeparator }: Words): Content {
  if (content.kind !== 'rendered' || content.severity === 'recovery') return content;
  const line = { label: alarm.mistakeInDescription, value: mistakes.join(listSeparator) };
  return { ...content, fields: [...content.fields, line] };
}
