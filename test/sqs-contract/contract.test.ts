import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIFFERENCES } from './differences.js';
import { installFauxqs } from './install.js';
import { type QueueSettings, type SqsServer, startOurs, startTheirs } from './sqs-server.js';
import { benchOf, type Step } from './step.js';
import { STEPS } from './steps.js';

const DEFAULTS = { visibilityTimeoutSeconds: 30, maxReceiveCount: 1000, contentBasedDeduplication: false } as const;

/** Each step has a queue of its own. */
const nameOf = (index: number): string => `step-${index}.fifo`;
const queues: readonly QueueSettings[] = STEPS.map(({ queue }, index) => ({
  ...DEFAULTS,
  ...queue,
  name: nameOf(index),
}));

let ours: SqsServer;
let theirs: SqsServer;

beforeAll(async () => {
  const fauxqs = await installFauxqs((line) => console.log(line));
  [ours, theirs] = await Promise.all([startOurs(queues), startTheirs(fauxqs, queues)]);
});
afterAll(async () => {
  await Promise.all([ours?.close(), theirs?.close()]);
});

/** Resolves to what was seen, as JSON has it. */
async function observe(step: Step, server: SqsServer, index: number): Promise<unknown> {
  const seen = await step.run(benchOf(server, nameOf(index)));
  return JSON.parse(JSON.stringify(seen ?? null));
}

describe('our SQS and fauxqs', () => {
  for (const [index, step] of STEPS.entries()) {
    const difference = DIFFERENCES[step.title];
    it(`${step.title}: ${difference ? 'they differ as listed' : 'they do the same'} (${step.page})`, async () => {
      const seenOurs = await observe(step, ours, index);
      const seenTheirs = await observe(step, theirs, index);
      if (difference === undefined) expect(seenTheirs).toEqual(seenOurs);
      else expect({ ours: seenOurs, theirs: seenTheirs }).toEqual({ ours: difference.ours, theirs: difference.theirs });
    });
  }
});

describe('DIFFERENCES', () => {
  it('each is the difference of a step, and is one', () => {
    const titles = STEPS.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(Object.keys(DIFFERENCES).filter((title) => !titles.includes(title))).toEqual([]);
    for (const { ours: one, theirs: other } of Object.values(DIFFERENCES)) expect(other).not.toEqual(one);
  });

  it('are listed for who runs this', () => {
    for (const { title, page } of STEPS) {
      const difference = DIFFERENCES[title];
      if (difference === undefined) continue;
      const { aws, right, ...seen } = difference;
      const [one, other] = [seen.ours, seen.theirs].map((value) => JSON.stringify(value));
      console.log(`${title}\n  ours   ${one}\n  fauxqs ${other}\n  AWS    ${aws} ${page}\n  right  ${right}`);
    }
  });
});
