import { createHash } from 'node:crypto';
import type { Graph } from '../domain/graph.js';
import { NOBODY } from '../domain/mentions.js';
import type { Notification } from '../domain/notification.js';

/** The first bytes of every PNG. @see https://www.w3.org/TR/png-3/#5PNG-file-signature */
const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Has CloudWatch draw a graph. Resolves to the PNG; rejects as the client does, and if `signal` ends it. */
export type DrawGraph = (graph: Graph, signal: AbortSignal) => Promise<Uint8Array>;

/** The limits of a picture. */
export interface PictureLimits {
  /** Most bytes that WeCom takes. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/**
 * Resolves to the image message with the graph of an alarm, for the same group, which calls nobody. There is one for each alarm:
 * its id is the alarm's.
 * @throws {Error} If CloudWatch draws none, or not one that WeCom takes.
 */
export async function pictureOf(
  { id, title, robot, format, origin }: Notification,
  graph: Graph,
  draw: DrawGraph,
  { maxBytes, now, signal }: PictureLimits,
): Promise<Notification> {
  const bytes = Buffer.from(await draw(graph, signal));
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE))
    throw new Error(`Cannot read CloudWatch's answer as a PNG: it has ${bytes.length} bytes`);
  if (bytes.length > maxBytes)
    throw new Error(
      `Cannot send the picture as it must be at most ${maxBytes} bytes: current value is ${bytes.length}`,
    );
  const md5 = createHash('md5').update(bytes).digest('hex');
  return {
    kind: 'native',
    id: `${id}:graph`,
    renderer: 'graph',
    severity: 'info',
    title,
    native: { msgtype: 'image', image: { base64: bytes.toString('base64'), md5 } },
    occurredAt: now,
    origin: { source: origin.source },
    robot,
    format,
    mentions: NOBODY,
    isOptional: true,
  };
}
