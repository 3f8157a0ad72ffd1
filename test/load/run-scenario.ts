/**
 * Runs one scenario in this process: its argument is the scenario's index. Its time is scaled by `scaled-time.mjs`, or
 * a jumping one. It sends the result to the process that started it.
 */
import { startJumpingTime } from '../../local/time/jumping-time.js';
import { SCENARIOS } from './scenarios.js';

const scenario = SCENARIOS[Number(process.argv[2])];
const run = async () => scenario?.run();
const result = await (scenario?.time === 'jumping' ? startJumpingTime().run(run) : run());
process.send?.(result, () => process.exit());
