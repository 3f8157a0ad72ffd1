import type { ServiceEvent } from '../aws/service-event.js';
import type { Log } from '../base/log.js';
import type { Draft, Skipped } from '../domain/notification.js';
import type { Payload, PayloadContext } from '../payloads/payload.js';
import { draftOf, payloadOf } from '../payloads/payloads.js';
import type { rendererOfTool } from '../payloads/tools/tools.js';
import { adviceFor, unrecognised } from '../payloads/unrecognised.js';
import { generic } from '../renderers/generic/generic.js';
import { renderWith } from '../renderers/render.js';
import type { RenderContext, Renderer } from '../renderers/renderer.js';
import { rendererOf } from '../renderers/renderers.js';
import type { Interpret } from './source.js';
import { withOverrides } from './with-overrides.js';

interface InterpretParts {
  readonly renderContext: RenderContext;
  readonly log: Log;
}

/** The form in which an event is shown. */
type Form = { readonly renderer: Renderer } | { readonly payload: Payload };

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

/**
 * Creates the function that turns an unwrapped event into what people read: by the renderer that knows it, else as a payload,
 * else in the generic form. The message's own overrides win over its SNS attributes, and those over an alarm's description. It
 * throws:
 * - InvalidInputError if a payload, or an attribute beside it, breaks a rule;
 * - UnrecognisedEventError for a plain invocation that is empty or connected by mistake.
 */
export function createInterpret(parts: InterpretParts): (event: ServiceEvent) => Draft | Skipped {
  const { knownFormsOf, otherFormOf, tell } = createInterpreter(parts);
  return (event) => {
    const { own, loose } = knownFormsOf(event);
    return tell(event, own ?? otherFormOf(event, loose));
  };
}

/** Loads the tools by name. */
type LoadTools = () => Promise<{ readonly rendererOfTool: typeof rendererOfTool }>;

/** The parts of interpreting with tools by name. */
interface ToolParts extends InterpretParts {
  /** Shows the steps on the way of tools too. Default false. */
  readonly showProgress?: boolean | undefined;
  /** Default: from their own file. */
  readonly loadTools?: LoadTools;
}

const loadOwnTools: LoadTools = () => import('../payloads/tools/tools.js');

/**
 * Creates the same function with tools by name, before the generic form. They are loaded when the first JSON comes that nothing
 * else knows: no alarm waits for them.
 */
export function createInterpretWithTools({ showProgress, loadTools = loadOwnTools, ...parts }: ToolParts): Interpret {
  const { knownFormsOf, otherFormOf, tell } = createInterpreter(parts);

  /** Returns the form of a tool's body. A tool that cannot be loaded, or fails, must not hide the message. */
  async function toolFormOf(event: ServiceEvent, header: PayloadContext['header']): Promise<Form | undefined> {
    if (!mayBeOfTool(event)) return undefined;
    try {
      const { rendererOfTool } = await loadTools();
      const renderer = rendererOfTool(event.detail, { header, showProgress });
      return renderer && { renderer };
    } catch (error) {
      parts.log.write('error', 'tools failed', { error: String(error) });
      return undefined;
    }
  }

  return async (event, header = () => undefined) => {
    const { own, loose } = knownFormsOf(event);
    return tell(event, own ?? (await toolFormOf(event, header)) ?? otherFormOf(event, loose), header);
  };
}

/** Returns true for JSON that no service of AWS's sent; what its partners send by EventBridge is theirs. */
function mayBeOfTool(event: ServiceEvent): boolean {
  const { source } = event;
  return !isText(event) && (!source.startsWith('aws.') || source.startsWith('aws.partner/'));
}

function createInterpreter(parts: InterpretParts): Interpreter {
  const { renderContext, log } = parts;
  const onFailure = (renderer: string, error: unknown) =>
    log.write('error', 'renderer failed', { renderer, error: String(error) });

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
      return 'skipped' in read ? read : withOverrides(read, event, parts);
    },
  };
}

/** Returns what a payload is read from: the text of a mere text, else the JSON. */
function bodyOf(event: ServiceEvent): unknown {
  return isText(event) ? event.text : event.detail;
}

/** Returns true for a plain invocation: the caller's own words, never an event that a service sent. */
function isOwnWords({ sourceName, detailType }: ServiceEvent): boolean {
  return sourceName === 'invoke' && detailType === '';
}

/** Returns true if the event is only a text. It may be empty: the payload then reports that. */
function isText({ source, detailType, detail }: ServiceEvent): boolean {
  return source === '' && detailType === '' && Object.keys(detail).length === 0;
}
