import type { Clock } from '../../base/clock.js';
import type { LaneKeyRing } from '../../domain/key-ring.js';
import { createProbe } from '../../wecom/post/probe.js';
import type { Transport } from '../../wecom/post/transport.js';

interface ProbeRobotParts {
  readonly keys: Pick<LaneKeyRing, 'key'>;
  readonly transport: Pick<Transport, 'post'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Asks WeCom for any answer to a robot's key by a deadline, milliseconds since 1970. Resolves to true if there was one.
 * @throws {SecretUnavailableError} If the secret cannot be read.
 */
export type ProbeRobot = (robot: string, deadlineMs: number) => Promise<boolean>;

/** Creates the probe of a robot. */
export function createProbeRobot({ keys, transport, clock }: ProbeRobotParts): ProbeRobot {
  const probe = createProbe(transport);
  return async (robot, deadlineMs) => {
    const key = await keys.key(robot);
    return key !== undefined && (await probe(key, deadlineMs - clock.now()));
  };
}
