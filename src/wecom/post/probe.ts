import { parseObject } from '../../base/json.js';
import type { RobotKey } from '../../domain/robot-key.js';
import { errcodeIn } from './judge.js';
import type { Transport } from './transport.js';

/** Longest wait for the answer, milliseconds. */
const PROBE_TIMEOUT_MS = 10_000;
/** A `msgtype` that WeCom refuses with errcode 40008: nothing is shown and no one is mentioned. */
const PROBE = JSON.stringify({ msgtype: 'wecomrobot_probe' });

/**
 * Asks WeCom for an answer without showing anything. Counts against the key's limit like a message. Resolves to true if
 * WeCom's own JSON came back, whatever it says. Never rejects.
 */
export type Probe = (key: RobotKey, timeoutMs: number) => Promise<boolean>;

/** Creates a probe. */
export function createProbe(transport: Pick<Transport, 'post'>): Probe {
  return async (key, timeoutMs) => {
    const posted = await transport.post(key, PROBE, Math.min(PROBE_TIMEOUT_MS, timeoutMs));
    return posted.kind === 'reply' && errcodeIn(parseObject(posted.body)) !== undefined;
  };
}
