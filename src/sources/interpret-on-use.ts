import type { ServiceEvent } from '../aws/service-event.js';
import type { Skipped } from '../domain/notification.js';
import type { PayloadContext } from '../payloads/payload.js';
import { draftOf, payloadOf } from '../payloads/payloads.js';
import type { rendererOfTool } from '../payloads/tools/tools.js';
import { type RenderedEvent, render } from '../renderers/render.js';
import type { AllRenderers } from '../renderers/renderers.js';
import { cloudWatchAlarm } from '../renderers/services/cloudwatch/cloudwatch-alarm.js';
import { createInterpreter, type Form } from './interpret.js';
import { bodyOf, type InterpretParts, isOwnWords, isText, noteFailure, told } from './read-forms.js';
import type { Interpret } from './source.js';

/** Loads all renderers. */
type LoadRenderers = () => Promise<{ readonly allRenderers: AllRenderers }>;

/** Loads the tools by name. */
type LoadTools = () => Promise<{ readonly rendererOfTool: typeof rendererOfTool }>;

/** The parts of interpreting with what is loaded on use. */
interface OnUseParts extends InterpretParts {
  /** Shows the steps on the way of tools too. Default false. */
  readonly showProgress?: boolean | undefined;
  /** Default: from their own file. */
  readonly loadRenderers?: LoadRenderers;
  /** Default: from their own file. */
  readonly loadTools?: LoadTools;
}

/** Loads all renderers from their own file. */
export const loadOwnRenderers: LoadRenderers = () => import('../renderers/renderers.js');

const loadOwnTools: LoadTools = () => import('../payloads/tools/tools.js');

/**
 * Creates the function of `createInterpret` for events of which most are alarms, with tools by name before the generic form. Neither
 * an alarm nor a payload of a plain invocation waits for what it does not need: all other renderers are loaded when the first event
 * comes that may need them, and the tools at the first JSON that nothing else knows.
 */
export function createInterpretOnUse(parts: OnUseParts): Interpret {
  const { renderContext, log, loadRenderers = loadOwnRenderers } = parts;
  const toolFormOf = createToolFormOf(parts);
  return async (event, header = () => undefined) => {
    const isAlarm = !isOwnWords(event) && cloudWatchAlarm.matches(event);
    const read = isAlarm ? alarmOf(event, parts) : ownPayloadOf(event, { renderContext, header });
    if (read) return told(read, event, parts);
    const { allRenderers: renderers } = await loadRenderers();
    const { knownFormsOf, otherFormOf, tell } = createInterpreter({ renderContext, log, renderers });
    if (isAlarm) return tell(event, { renderer: renderers.generic });
    const { own, loose } = knownFormsOf(event);
    return tell(event, own ?? (await toolFormOf(event, header)) ?? otherFormOf(event, loose), header);
  };
}

/** Returns an alarm as a message; `undefined` if its renderer fails, and the generic form has to tell it. */
function alarmOf(event: ServiceEvent, { renderContext, log }: InterpretParts): RenderedEvent | Skipped | undefined {
  try {
    return render(cloudWatchAlarm, event, renderContext);
  } catch (error) {
    noteFailure(log, cloudWatchAlarm.name, error);
    return undefined;
  }
}

/** Returns the draft of a plain invocation that is a specific payload; `undefined` for any other event. */
function ownPayloadOf(event: ServiceEvent, context: Pick<PayloadContext, 'renderContext' | 'header'>) {
  const payload = isOwnWords(event) ? payloadOf(bodyOf(event)) : undefined;
  return payload && !payload.isLoose ? draftOf(payload, bodyOf(event), { event, ...context }) : undefined;
}

/** Creates the function that resolves to the form of a tool's body. A tool that cannot be loaded, or fails, must not hide the message. */
function createToolFormOf({ showProgress, log, loadTools = loadOwnTools }: OnUseParts) {
  return async (event: ServiceEvent, header: PayloadContext['header']): Promise<Form | undefined> => {
    if (!mayBeOfTool(event)) return undefined;
    try {
      const { rendererOfTool } = await loadTools();
      const renderer = rendererOfTool(event.detail, { header, showProgress });
      return renderer && { renderer };
    } catch (error) {
      log.write('error', 'tools failed', { error: String(error) });
      return undefined;
    }
  };
}

/** Returns true for JSON that no service of AWS's sent; what its partners send by EventBridge is theirs. */
function mayBeOfTool(event: ServiceEvent): boolean {
  const { source } = event;
  return !isText(event) && (!source.startsWith('aws.') || source.startsWith('aws.partner/'));
}
