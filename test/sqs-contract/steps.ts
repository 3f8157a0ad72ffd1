import type { Step } from './step.js';
import { DEAD_LETTER_STEPS } from './steps/dead-letter.js';
import { DELETE_STEPS } from './steps/delete.js';
import { QUEUE_STEPS } from './steps/queue.js';
import { RECEIVE_STEPS } from './steps/receive.js';
import { SEND_STEPS } from './steps/send.js';
import { VISIBILITY_STEPS } from './steps/visibility.js';

/** What is done with both, in the order in which it is run. */
export const STEPS: readonly Step[] = [
  ...SEND_STEPS,
  ...RECEIVE_STEPS,
  ...VISIBILITY_STEPS,
  ...DELETE_STEPS,
  ...DEAD_LETTER_STEPS,
  ...QUEUE_STEPS,
];
