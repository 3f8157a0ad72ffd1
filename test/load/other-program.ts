import { RobotKey } from '../../src/domain/robot-key.js';
import { createHttpsTransport } from '../../src/wecom/post/https-transport.js';
import type { LoadBench } from './load-bench.js';

const EVERY_MS = 2000;
const TIMEOUT_MS = 10_000;

/** Posts by a robot's key as fast as it likes, as programs do that know of no limit. Resolves to how many calls it made. */
export async function startOtherProgram(
  { wecom, keys, time }: LoadBench,
  robot: string,
  forMs: number,
): Promise<number> {
  const { clock } = time;
  const transport = createHttpsTransport({ baseUrl: wecom.baseUrl, clock, ca: wecom.cert });
  const message = JSON.stringify({ msgtype: 'text', text: { content: '另一个程序' } });
  const end = clock.now() + forMs;
  let calls = 0;
  for (; clock.now() < end; calls += 1) {
    await transport.post(new RobotKey(keys[robot] ?? ''), message, TIMEOUT_MS);
    await clock.sleep(EVERY_MS);
  }
  return calls;
}
