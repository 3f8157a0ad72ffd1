import { randomUUID } from 'node:crypto';
import type { Deployment } from '../deployment/deployment.js';
import type { Happening, ReadNotification, Via } from './entry.js';
import type { GroupIds } from './ids.js';
import type { ReadForView } from './read.js';

/** Number of events that are kept for sending again. */
const MAX_KEPT = 300;

/** An event for the function, with its name on the page. */
export interface Sending {
  readonly event: unknown;
  readonly via: Via;
  readonly label: string;
}

/** Gives the function an event. Resolves to its answer, or to `undefined` if it threw. Never rejects. */
export type Send = (sending: Sending) => Promise<unknown>;

interface SenderParts {
  readonly notify: Deployment['notify'];
  readonly ids: GroupIds;
  readonly read: ReadForView;
  readonly tell: (happening: Happening) => void;
  /** Called with what is read in an event, before the function gets it. */
  readonly onRead?: ((notifications: readonly ReadNotification[]) => void) | undefined;
}

/** Creates a sender that numbers events, and reports what is read in each and what the function answers. */
export function createSender({ notify, ids, read, tell, onRead }: SenderParts) {
  const kept = new Map<number, Sending>();
  let traces = 0;

  const keep = (sending: Sending): number => {
    traces += 1;
    kept.set(traces, sending);
    kept.delete(traces - MAX_KEPT);
    return traces;
  };

  async function invoke(trace: number, event: unknown, requestId: string): Promise<unknown> {
    try {
      const answer = await notify(event, requestId);
      tell({ kind: 'answered', trace, ok: true, text: JSON.stringify(answer ?? null) });
      return answer;
    } catch (error) {
      // The page shows the error that Lambda would keep.
      tell({ kind: 'answered', trace, ok: false, text: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }

  const send: Send = async (sending) => {
    const { event, via, label } = sending;
    const trace = keep(sending);
    const requestId = randomUUID();
    tell({ kind: 'received', trace, via, label });
    const view = await read(event, requestId);
    onRead?.(view.notifications);
    tell({ kind: 'read', trace, ...view, notifications: ids.note(trace, view.notifications) });
    return invoke(trace, event, requestId);
  };
  return {
    send,
    /** Returns the event sent under this number, as long as it is kept. */
    sent: (trace: number): Sending | undefined => kept.get(trace),
  };
}
