import type { ServiceEvent } from '../aws/service-event.js';
import type { Log } from '../base/log.js';
import type { Content, Draft, Overrides, Skipped } from '../domain/notification.js';
import { draftOf, payloadOf } from '../payloads/payloads.js';
import { adviceFor, unrecognised } from '../payloads/unrecognised.js';
import { readAttributeOverrides } from '../payloads/written/overrides.js';
import { generic } from '../renderers/generic/generic.js';
import { type RenderedEvent, renderWith } from '../renderers/render.js';
import type { RenderContext, Renderer } from '../renderers/renderer.js';
import { rendererOf } from '../renderers/renderers.js';
import type { Words } from '../text/words.js';
import { readDescribedOverrides } from './described-overrides.js';

interface InterpretParts {
  readonly renderContext: RenderContext;
  readonly log: Log;
}

/**
 * Creates the function that turns an unwrapped event into what people read: by the renderer that knows it, else as a payload,
 * else in the generic form. The message's own overrides win over its SNS attributes, and those over an alarm's description. It
 * throws:
 * - InvalidInputError if a payload, or an attribute beside it, breaks a rule;
 * - UnrecognisedEventError for a plain invocation that is empty or connected by mistake.
 */
export function createInterpret({ renderContext, log }: InterpretParts): (event: ServiceEvent) => Draft | Skipped {
  const onFailure = (renderer: string, error: unknown) =>
    log.write('error', 'renderer failed', { renderer, error: String(error) });
  const show = (renderer: Renderer, event: ServiceEvent) => renderWith(renderer, event, renderContext, onFailure);

  /** Returns the generic renderer if one throws merely while matching: that must not hide the event. */
  function safeRendererOf(event: ServiceEvent): Renderer | undefined {
    try {
      return rendererOf(event);
    } catch (error) {
      onFailure('matching', error);
      return generic;
    }
  }

  function contentOf(event: ServiceEvent): Draft | RenderedEvent | Skipped {
    const renderer = isOwnWords(event) ? undefined : safeRendererOf(event);
    if (renderer) return show(renderer, event);
    const value = isText(event) ? event.text : event.detail;
    const payload = payloadOf(value);
    if (payload) return draftOf(payload, value, { event, renderContext, header: () => undefined });
    if (!isOwnWords(event)) return show(generic, event);
    if (value === '' || adviceFor(value) !== undefined) throw unrecognised(value);
    // What people paste may be an event of a service without its envelope.
    return show(safeRendererOf(event) ?? generic, event);
  }

  /** Reads the attributes beside an event. A mistake there must not stop the alarm: it is logged, and the rules decide. */
  function forgivingOverrides(attributes: Readonly<Record<string, string>>, id: string): Overrides {
    try {
      return readAttributeOverrides(attributes);
    } catch (error) {
      log.write('warn', 'overrides in message attributes ignored', { id, reason: String(error) });
      return {};
    }
  }

  return (event) => {
    const read = contentOf(event);
    if ('skipped' in read) return read;
    const { overrideAttributes = {}, unknownOverrides = [], overrides: own = {}, ...content } = { ...NONE, ...read };
    const described = readDescribedOverrides(overrideAttributes, unknownOverrides);
    const { mistakes, severity } = described;
    const { attributes } = event;
    const attributeOverrides =
      'overrides' in read ? readAttributeOverrides(attributes) : forgivingOverrides(attributes, content.id);
    if (mistakes.length > 0) log.write('warn', 'mistake in a description', { id: content.id, mistakes });
    return {
      ...(mistakes.length > 0 ? withMistakes(content, mistakes, renderContext.words) : content),
      overrides: { ...described.overrides, ...attributeOverrides, ...own },
      ...(severity && { describedSeverity: severity }),
    };
  };
}

/** A payload has the last of these, a rendered event the first two. */
const NONE = { overrideAttributes: undefined, unknownOverrides: undefined, overrides: undefined };

/** Adds a line that shows the mistakes, so that they are seen without a log. Good news is not spoilt by them. */
function withMistakes(content: Content, mistakes: readonly string[], { alarm, listSeparator }: Words): Content {
  if (content.kind !== 'rendered' || content.severity === 'recovery') return content;
  const line = { label: alarm.mistakeInDescription, value: mistakes.join(listSeparator) };
  return { ...content, fields: [...content.fields, line] };
}

/** Returns true for a plain invocation: the caller's own words, never an event that a service sent. */
function isOwnWords({ sourceName, detailType }: ServiceEvent): boolean {
  return sourceName === 'invoke' && detailType === '';
}

/** Returns true if the event is only a text. It may be empty: the payload then reports that. */
function isText({ source, detailType, detail }: ServiceEvent): boolean {
  return source === '' && detailType === '' && Object.keys(detail).length === 0;
}
