import { createInstantClock } from '../../base/instant-clock.js';
import { createKnownSecrets } from '../../base/known-secrets.js';
import { createLog } from '../../base/log.js';
import { RobotKey } from '../../domain/robot-key.js';
import type { QueueWriter } from '../../queue/sqs/queue-client.js';
import type { App } from '../app.js';
import type { DeliverEdges, DirectEdges, NotifyEdges } from '../edges.js';

const START = Date.UTC(2026, 0, 1);
const KEY = new RobotKey('00000000-0000-4000-8000-000000000000');
const ACCEPTED = { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' } as const;

/** Edges of any app that do nothing. */
type SilentEdges = NotifyEdges & DeliverEdges & DirectEdges;

interface RehearsalParts {
  /** Wires the app between edges that do nothing. */
  readonly wire: (edges: SilentEdges) => App;
  /** The event of the invocation. */
  readonly event: unknown;
  /** A queue that accepts everything. That of AWS's client over a silent line: its way is longer than all of ours. */
  readonly writer?: QueueWriter;
  /** The name that its log lines have. */
  readonly service: string;
}

/**
 * Sends one event all the way through an app, between edges that do nothing: the engine compiles each function on its
 * first call, and during init a whole core is available for that.
 * @returns the number of messages that reached the end: one, unless a rule of routes.yml changes it.
 */
export async function rehearse({ wire, event, writer, service }: RehearsalParts): Promise<number> {
  const { edges, sent } = silentEdges(service, writer);
  await wire(edges)(event, { requestId: 'rehearsal', remainingMs: () => 60_000 });
  return sent();
}

function silentEdges(
  service: string,
  writer: QueueWriter | undefined,
): { readonly edges: SilentEdges; readonly sent: () => number } {
  let sent = 0;
  const clock = createInstantClock(START);
  const edges: SilentEdges = {
    transport: {
      post: async () => {
        sent += 1;
        return ACCEPTED;
      },
      check: async () => {},
    },
    keys: {
      key: async () => KEY,
      laneOf: async (robot) => robot,
      replacement: async () => undefined,
      mobileOf: async () => undefined,
      tokensAtHand: () => [],
      httpTokens: async () => [],
      hasRobot: async () => true,
      verify: async () => {},
    },
    writer: {
      send: async (entries, abortSignal) => {
        sent += entries.length;
        return writer?.send(entries, abortSignal) ?? [];
      },
    },
    reader: {
      changeVisibility: async () => [],
      delete: async () => {},
      send: async () => [],
      waiting: async () => 0,
      deadLetter: async () => {},
    },
    tellDirectly: async () => undefined,
    clock,
    random: () => 0,
    mask: createKnownSecrets().mask,
    log: createLog(() => {}, clock.now, service),
  };
  return { edges, sent: () => sent };
}
