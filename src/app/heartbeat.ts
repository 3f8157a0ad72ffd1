import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import { once } from '../base/once.js';
import { HEARTBEAT_GROUP, type Heartbeat, writeHeartbeat } from '../domain/heartbeat.js';
import type { QueueWriter } from '../queue/sqs/queue-client.js';
import type { DoorSecret } from '../secrets/door.js';
import type { Secrets } from '../secrets/secrets.js';
import type { HttpsTransport } from '../wecom/post/https-transport.js';

/** An older heartbeat says nothing about now, milliseconds. */
const MAX_AGE_MS = 5 * 60_000;
/** Longest time for queueing one, milliseconds. */
const SEND_MS = 10_000;

interface SendParts {
  readonly queue: QueueWriter;
  /** Set if the HTTP tokens are in a secret of their own: if it cannot be read, no caller is let in. */
  readonly door?: Pick<DoorSecret, 'verify'> | undefined;
  /** Prepares what the first event that is no alarm needs. Absent: nothing is. */
  readonly prepare?: (() => Promise<unknown>) | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Handles one heartbeat. Never rejects: a retried heartbeat would be a late one, and a kept one noise. */
export type OnHeartbeat = (heartbeat: Heartbeat) => Promise<void>;

/**
 * Creates the half of a heartbeat that `notify` does: its own secret read anew, then to the queue. Nobody waits for a heartbeat, so
 * the first of a process then prepares what init leaves out.
 */
export function createSendHeartbeat({ queue, door, prepare, clock, log }: SendParts): OnHeartbeat {
  // What fails here is prepared by whoever needs it, who then reports the problem.
  const prepareOnce = once(async () => {
    await prepare?.().catch((error: unknown) => log.write('warn', 'preparation failed', { reason: String(error) }));
  });
  return unlessOld({ clock, log }, async (heartbeat) => {
    const over = new AbortController();
    const cancel = clock.after(SEND_MS, () => over.abort());
    const entry = {
      body: writeHeartbeat(heartbeat),
      groupId: HEARTBEAT_GROUP,
      deduplicationId: `heartbeat-${heartbeat.at}`,
    };
    try {
      await door?.verify();
      const untaken = await queue.send([entry], over.signal);
      if (untaken.length > 0) log.write('warn', 'heartbeat not queued', { reason: 'SQS did not take it' });
    } catch (error) {
      log.write('warn', 'heartbeat not queued', { reason: String(error) });
    } finally {
      cancel();
    }
    await prepareOnce();
  });
}

/** Drops what is late: Lambda keeps events that it cannot run yet, and SQS those that it cannot hand out. */
function unlessOld({ clock, log }: Pick<SendParts, 'clock' | 'log'>, handle: OnHeartbeat): OnHeartbeat {
  return async (heartbeat) => {
    const ageMs = clock.now() - heartbeat.at;
    if (ageMs > MAX_AGE_MS) return log.write('info', 'heartbeat dropped as it is old', { ageMs });
    return handle(heartbeat);
  };
}

interface CheckParts {
  readonly keys: Pick<Secrets, 'verify'>;
  readonly transport: Pick<HttpsTransport, 'check'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates the half that `deliver` does: the secret is read anew and a connection to WeCom opened, all but the post. Only
 * success is counted, so that the alarm on it hears every way of failing.
 */
export function createCheckHeartbeat({ keys, transport, clock, log }: CheckParts): OnHeartbeat {
  return unlessOld({ clock, log }, async ({ at }) => {
    const ageMs = clock.now() - at;
    try {
      await Promise.all([keys.verify(), transport.check()]);
      log.write('info', 'heartbeat', { ageMs }, { heartbeat: 1 });
    } catch (error) {
      log.write('warn', 'heartbeat failed', { ageMs, reason: String(error) });
    }
  });
}
