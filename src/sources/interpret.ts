import type { ServiceEvent } from '../aws/service-event.js';
import type { Draft, Skipped } from '../domain/notification.js';
import type { Payload, PayloadContext } from '../payloads/payload.js';
import { draftOf, payloadOf } from '../payloads/payloads.js';
import { adviceFor, unrecognised } from '../payloads/unrecognised.js';
import type { Renderer } from '../renderers/renderer.js';
import type { AllRenderers } from '../renderers/renderers.js';
import { bodyOf, type InterpretParts, isOwnWords, noteFailure, told } from './read-forms.js';

/** The form in which an event is shown. */
export type Form = { readonly renderer: Renderer } | { readonly payload: Payload };

interface KnownForms {
  /** The form of an event of AWS's, of a tool's text or of a specific payload; absent for any other JSON. */
  readonly own?: Form | undefined;
  /** The payload that the event is too, if that takes what may be a tool's by name. */
  readonly loose?: Payload | undefined;
}

interface Interpreter {
  knownFormsOf(event: ServiceEvent): KnownForms;
  /**
   * Returns the form of an event without one of its own.
   * @throws {UnrecognisedEventError} If it is a plain invocation that is empty or connected by mistake.
   */
  otherFormOf(event: ServiceEvent, loose: Payload | undefined): Form;
  tell(event: ServiceEvent, form: Form, header?: PayloadContext['header']): Draft | Skipped;
}

/** The parts of interpreting at once, with all renderers at hand. */
export interface AtHandParts extends InterpretParts {
  readonly renderers: AllRenderers;
}

/**
 * Creates the function that turns an unwrapped event into what people read: by the renderer that knows it, else as a payload,
 * else in the generic form. The message's own overrides win over its SNS attributes, and those over an alarm's description. It
 * throws:
 * - InvalidInputError if a payload, or an attribute beside it, breaks a rule;
 * - UnrecognisedEventError for a plain invocation that is empty or connected by mistake.
 */
export function createInterpret(parts: AtHandParts): (event: ServiceEvent) => Draft | Skipped {
  const { knownFormsOf, otherFormOf, tell } = createInterpreter(parts);
  return (event) => {
    const { own, loose } = knownFormsOf(event);
    return tell(event, own ?? otherFormOf(event, loose));
  };
}

/** Creates its parts. */
export function createInterpreter(parts: AtHandParts): Interpreter {
  const { renderContext, log, renderers } = parts;
  const { rendererOf, renderWith, generic } = renderers;
  const onFailure = (renderer: string, error: unknown) => noteFailure(log, renderer, error);

  /** Returns the generic renderer if one throws merely while matching: that must not hide the event. */
  function safeRendererOf(event: ServiceEvent): Renderer | undefined {
    try {
      return rendererOf(event);
    } catch (error) {
      onFailure('matching', error);
      return generic;
    }
  }

  return {
    knownFormsOf(event) {
      const renderer = isOwnWords(event) ? undefined : safeRendererOf(event);
      if (renderer) return { own: { renderer } };
      const payload = payloadOf(bodyOf(event));
      return payload?.isLoose ? { loose: payload } : { own: payload && { payload } };
    },
    otherFormOf(event, loose) {
      if (loose) return { payload: loose };
      if (!isOwnWords(event)) return { renderer: generic };
      const body = bodyOf(event);
      if (body === '' || adviceFor(body) !== undefined) throw unrecognised(body);
      // What people paste may be an event of a service without its envelope.
      return { renderer: safeRendererOf(event) ?? generic };
    },
    tell(event, form, header = () => undefined) {
      const read =
        'renderer' in form
          ? renderWith(form.renderer, event, renderContext, onFailure)
          : draftOf(form.payload, bodyOf(event), { event, renderContext, header });
      return told(read, event, parts);
    },
  };
}
