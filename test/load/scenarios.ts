import type { Scenario } from './scenario.js';
import { alarmStorm } from './scenarios/alarm-storm.js';
import { faults } from './scenarios/faults.js';
import { library } from './scenarios/library.js';
import { noSecret } from './scenarios/no-secret.js';
import { repeats } from './scenarios/repeats.js';
import { sqsDown } from './scenarios/sqs-down.js';
import { threeRobots } from './scenarios/three-robots.js';
import { wrongKey } from './scenarios/wrong-key.js';

/** In the order they run. */
export const SCENARIOS: readonly Scenario[] = [
  threeRobots,
  alarmStorm,
  repeats,
  faults,
  wrongKey,
  noSecret,
  library,
  sqsDown(2),
  sqsDown(10),
  sqsDown(60),
];
