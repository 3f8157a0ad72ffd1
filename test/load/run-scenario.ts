/**
 * Runs one scenario in this process, whose time `scaled-time.mjs` scales: its argument is the scenario's index. It sends the
 * result to the process that started it.
 */
import { SCENARIOS } from './scenarios.js';

const result = await SCENARIOS[Number(process.argv[2])]?.run();
process.send?.(result, () => process.exit());
