import type { Log } from './log.js';
import type { Content, Draft, Skipped } from './notification.js';
import { payloadOf } from './payloads/payloads.js';
import { readAttributeWishes } from './payloads/wishes.js';
import { generic } from './renderers/generic.js';
import { renderWith } from './renderers/render.js';
import type { RenderContext, Renderer } from './renderers/renderer.js';
import { rendererOf } from './renderers/renderers.js';
import type { ServiceEvent } from './service-event.js';
import { unrecognised } from './sources/unrecognised.js';

interface InterpretParts {
  readonly renderContext: RenderContext;
  readonly log: Log;
}

/**
 * Makes of an unwrapped event what people read: the renderer that knows it, else the payload it is, else the generic form.
 * What the message asks for itself is stronger than its SNS attributes. Never given an HTTP body.
 * @throws InvalidInputError where a payload or an attribute breaks a rule.
 * @throws UnrecognisedEventError for a plain invocation that is no payload.
 */
export function createInterpret({ renderContext, log }: InterpretParts): (event: ServiceEvent) => Draft | Skipped {
  const onFailure = (renderer: string, error: unknown) =>
    log.write('error', 'renderer failed', { renderer, error: String(error) });
  const show = (renderer: Renderer, event: ServiceEvent) => renderWith(renderer, event, renderContext, onFailure);

  function contentOf(event: ServiceEvent): Draft | Content | Skipped {
    const renderer = isOwnWords(event) ? undefined : rendererOf(event);
    if (renderer) return show(renderer, event);
    const value = isText(event) ? event.text : event.detail;
    const payload = payloadOf(value);
    if (payload) return payload.read(value, { event, renderContext });
    if (isOwnWords(event)) throw unrecognised(value);
    return show(generic, event);
  }

  return (event) => {
    const content = contentOf(event);
    if ('skipped' in content) return content;
    const own = 'wishes' in content ? content.wishes : {};
    return { ...content, wishes: { ...readAttributeWishes(event.attributes), ...own } };
  };
}

/** A plain invocation: the caller's own words, never an event that a service sent. */
function isOwnWords({ road, detailType }: ServiceEvent): boolean {
  return road === 'invoke' && detailType === '';
}

/** Nothing but a text, which may be an empty one: the payload then says so. */
function isText({ source, detailType, detail }: ServiceEvent): boolean {
  return source === '' && detailType === '' && Object.keys(detail).length === 0;
}
