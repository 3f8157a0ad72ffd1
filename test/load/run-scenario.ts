/**
 * Runs one scenario in this process, whose time jumps: its argument is the scenario's index. It sends the result to the
 * process that started it.
 */
import { watchLoopbackTraffic } from '../../local/net/loopback-traffic.js';
import { startJumpingTime } from '../../local/time/jumping-time.js';
import { SCENARIOS } from './scenarios.js';

const time = startJumpingTime(watchLoopbackTraffic().isBusy);
// Asked by a runner that waits too long.
process.on('message', () => process.send?.({ waitsFor: time.describe() }));
const result = await time.run(async () => SCENARIOS[Number(process.argv[2])]?.run());
process.send?.(result, () => process.exit());
