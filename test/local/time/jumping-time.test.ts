import { createServer, type Socket } from 'node:net';
import { setTimeout as realSleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { watchLoopbackTraffic } from '../../../local/net/loopback-traffic.js';
import { holdTime } from '../../../local/time/hold-time.js';
import { type JumpingTime, startJumpingTime } from '../../../local/time/jumping-time.js';
import { type TimedPart, timedPart } from '../../../local/time/timed-part.js';

const HOUR = 60 * 60_000;
const replaced = { Date, setTimeout, setInterval, clearTimeout, clearInterval, now: performance.now };
/** It replaces this process's time: everything else here has real time again afterwards. */
const time: JumpingTime = startJumpingTime(watchLoopbackTraffic().isBusy);
afterAll(() => {
  const { now, ...globals } = replaced;
  Object.assign(globalThis, globals);
  performance.now = now;
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const part = (over: Partial<TimedPart> = {}): TimedPart => ({
  isDead: false,
  behindMs: () => 0,
  onTimer: () => {},
  ...over,
});

test('JumpingTime.run: hours of waiting take no time, and every clock agrees', async () => {
  const order: string[] = [];
  const [date, performed] = [Date.now(), performance.now()];
  await time.run(async () => {
    await Promise.all([
      sleep(2 * HOUR).then(() => order.push('two')),
      sleep(HOUR).then(() => order.push('one')),
      sleep(HOUR).then(() => order.push('one, later')),
    ]);
  });
  expect(order).toEqual(['one', 'one, later', 'two']);
  expect(Date.now() - date).toBe(2 * HOUR);
  expect(Date.parse(new Date().toISOString()) - date).toBe(2 * HOUR);
  expect(performance.now() - performed).toBe(2 * HOUR);
});

test('JumpingTime.run: no time passes while something is on its way over the network', async () => {
  const server = createServer((socket) => socket.on('data', (data) => socket.end(data)));
  const took = await time.run(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { connect } = await import('node:net');
    const address = server.address();
    const started = Date.now();
    const limit = setTimeout(() => {}, 50);
    await new Promise<void>((resolve) => {
      const socket: Socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
      socket.on('close', () => resolve());
      socket.on('data', () => {});
      socket.write('hello');
    });
    clearTimeout(limit);
    server.close();
    return Date.now() - started;
  });
  expect(took).toBe(0);
});

test('JumpingTime.run: a cleared timer does not fire, a refreshed one begins anew, an interval goes on', async () => {
  const fired: string[] = [];
  await time.run(async () => {
    clearTimeout(setTimeout(() => fired.push('cleared'), 10));
    const refreshed = setTimeout(() => fired.push('refreshed'), 100);
    const every = setInterval(() => fired.push('interval'), 40);
    await sleep(90);
    refreshed.refresh();
    await sleep(50);
    clearInterval(every);
    await sleep(100);
  });
  expect(fired).toEqual(['interval', 'interval', 'interval', 'refreshed']);
});

test('JumpingTime.run: what is held takes no time', async () => {
  const took = await time.run(async () => {
    const started = Date.now();
    const go = holdTime();
    const waited = sleep(HOUR).then(() => Date.now() - started);
    await realSleep(20);
    const held = Date.now() - started;
    go();
    return [held, await waited];
  });
  expect(took).toEqual([0, HOUR]);
});

test('timedPart: a dead part has no timers, and a clock of its own while it lives', async () => {
  let isDead = false;
  const fired: string[] = [];
  const dying = {
    ...part(),
    get isDead() {
      return isDead;
    },
  };
  const behind = await time.run(async () => {
    timedPart.run(dying, () => setTimeout(() => fired.push('of the dead'), 20));
    setTimeout(() => {
      isDead = true;
    }, 10);
    await sleep(50);
    return Date.now() - timedPart.run(part({ behindMs: () => HOUR }), () => Date.now());
  });
  expect(fired).toEqual([]);
  expect(behind).toBe(HOUR);
});

test('JumpingTime.run: rejects as the work does', async () => {
  const failing = time.run(async () => {
    await sleep(HOUR);
    throw new RangeError('over');
  });
  await expect(failing).rejects.toThrow('over');
});
