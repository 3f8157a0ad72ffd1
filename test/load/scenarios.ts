import type { Scenario } from './scenario.js';
import { alarmStorm } from './scenarios/alarm-storm.js';
import { backlog } from './scenarios/backlog.js';
import { clockSetBack } from './scenarios/clock-set-back.js';
import { faults } from './scenarios/faults.js';
import { flapping } from './scenarios/flapping.js';
import { graphs } from './scenarios/graphs.js';
import { hangingDelete } from './scenarios/hanging-delete.js';
import { hangingSecret } from './scenarios/hanging-secret.js';
import { killed } from './scenarios/killed.js';
import { killedFolding } from './scenarios/killed-folding.js';
import { library } from './scenarios/library.js';
import { littleTime } from './scenarios/little-time.js';
import { neverTaken } from './scenarios/never-taken.js';
import { noConnection } from './scenarios/no-connection.js';
import { noSecret } from './scenarios/no-secret.js';
import { noWord } from './scenarios/no-word.js';
import { oddMessages } from './scenarios/odd-messages.js';
import { proxy, wecomDown } from './scenarios/outages.js';
import { repeats } from './scenarios/repeats.js';
import { misspelt, robotsGone } from './scenarios/robots-gone.js';
import { sqsDown } from './scenarios/sqs-down.js';
import { storms } from './scenarios/storm.js';
import { threeRobots } from './scenarios/three-robots.js';
import { wrongKey } from './scenarios/wrong-key.js';

/** In the order they run, two at a time: the longest come first. */
export const SCENARIOS: readonly Scenario[] = [
  noWord,
  oddMessages,
  neverTaken('group'),
  neverTaken('later'),
  hangingDelete,
  hangingSecret,
  proxy,
  wecomDown,
  noConnection,
  misspelt,
  robotsGone,
  sqsDown(2),
  sqsDown(10),
  sqsDown(60),
  killed('group'),
  killed('later'),
  littleTime,
  backlog,
  clockSetBack,
  threeRobots,
  alarmStorm,
  repeats,
  faults,
  wrongKey,
  noSecret,
  library,
  ...storms,
  killedFolding,
  flapping,
  graphs,
];
