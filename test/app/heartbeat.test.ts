import { describe, expect, it } from 'vitest';
import { createCheckHeartbeat, createSendHeartbeat } from '../../src/app/heartbeat.js';
import { at } from '../../src/base/json.js';
import { HEARTBEAT_GROUP, readHeartbeat } from '../../src/domain/heartbeat.js';
import type { QueueEntry } from '../../src/queue/message/entry.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';

const MINUTE = 60_000;

/** The half of `deliver`, with a secret and a connection that may fail. */
function checkBench(failing: { readonly secret?: Error; readonly connection?: Error } = {}) {
  const clock = createFakeClock(100 * MINUTE);
  const log = recordLog(clock.now);
  let checks = 0;
  const check = createCheckHeartbeat({
    keys: {
      verify: async () => {
        checks += 1;
        if (failing.secret) throw failing.secret;
      },
    },
    transport: {
      check: async () => {
        if (failing.connection) throw failing.connection;
      },
    },
    clock,
    log,
  });
  return { check, log, checks: () => checks, now: clock.now() };
}

describe('readHeartbeat', () => {
  it.each([
    [{ wecomrobot: 'heartbeat', time: '1970-01-01T00:00:01Z' }, { at: 1000 }],
    [{ wecomrobot: 'heartbeat', time: 'soon' }, undefined],
    [{ wecomrobot: 'heartbeat' }, undefined],
    [{ push_message: 'heartbeat' }, undefined],
    ['heartbeat', undefined],
    [null, undefined],
  ])('readHeartbeat: %j is %j', (value, expected) => {
    expect(readHeartbeat(value)).toEqual(expected);
  });
});

describe('createSendHeartbeat', () => {
  const heartbeat = { at: 5 * MINUTE };

  it('createSendHeartbeat: is not sent if the tokens cannot be read, as then no caller is let in', async () => {
    const clock = createFakeClock(heartbeat.at);
    const log = recordLog(clock.now);
    const send = createSendHeartbeat({
      queue: { send: async () => expect.unreachable() },
      door: { verify: () => Promise.reject(new Error('no secret')) },
      clock,
      log,
    });
    await send(heartbeat);
    expect(log.lines).toEqual([
      expect.objectContaining({ message: 'heartbeat not queued', reason: 'Error: no secret' }),
    ]);
  });

  it('createSendHeartbeat: one message in a group of its own, and the same one however often it is sent', async () => {
    const sent: QueueEntry[] = [];
    const clock = createFakeClock(heartbeat.at);
    const send = createSendHeartbeat({
      queue: {
        send: async (entries) => {
          sent.push(...entries);
          return [];
        },
      },
      clock,
      log: recordLog(),
    });
    await send(heartbeat);
    await send(heartbeat);
    expect(sent.map(({ groupId }) => groupId)).toEqual([HEARTBEAT_GROUP, HEARTBEAT_GROUP]);
    expect(new Set(sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(1);
    expect(readHeartbeat(JSON.parse(sent[0]?.body ?? ''))).toEqual(heartbeat);
  });

  it.each([
    ['of five minutes is sent', 5 * MINUTE, 1, []],
    ['of more than five minutes is dropped', 5 * MINUTE + 1, 0, ['heartbeat dropped as it is old']],
  ])('createSendHeartbeat: one %s', async (_, ageMs, messages, lines) => {
    const clock = createFakeClock(100 * MINUTE);
    const log = recordLog(clock.now);
    let sent = 0;
    const queue = {
      send: async () => {
        sent += 1;
        return [];
      },
    };
    await createSendHeartbeat({ queue, clock, log })({ at: clock.now() - ageMs });
    expect(sent).toBe(messages);
    expect(log.lines.map(({ message }) => message)).toEqual(lines);
  });

  it.each([
    ['refuses it', async () => [0]],
    [
      'is not reached',
      async () => {
        throw new Error('ETIMEDOUT');
      },
    ],
  ])('createSendHeartbeat: where the queue %s, the log says so and nothing is retried', async (_, send) => {
    const log = recordLog();
    await createSendHeartbeat({ queue: { send }, clock: createFakeClock(heartbeat.at), log })(heartbeat);
    expect(log.lines.map(({ message }) => message)).toEqual(['heartbeat not queued']);
  });

  it('createSendHeartbeat: the first prepares what init leaves out, once it is queued; what fails there is a line', async () => {
    const done: string[] = [];
    const log = recordLog();
    const queue = {
      send: async () => {
        done.push('queued');
        return [];
      },
    };
    const prepare = async () => {
      done.push('prepared');
      throw new Error('no file');
    };
    const send = createSendHeartbeat({ queue, prepare, clock: createFakeClock(heartbeat.at), log });
    await send(heartbeat);
    expect(done).toEqual(['queued', 'prepared']);
    expect(log.lines).toMatchObject([{ message: 'preparation failed', reason: 'Error: no file' }]);
    await send(heartbeat);
    expect(done).toEqual(['queued', 'prepared', 'queued']);
  });
});

describe('createCheckHeartbeat', () => {
  it('createCheckHeartbeat: success is counted', async () => {
    const bench = checkBench();
    await bench.check({ at: bench.now - MINUTE });
    expect(bench.log.lines).toMatchObject([{ message: 'heartbeat', heartbeat: 1, ageMs: MINUTE }]);
    // It is no message: of those the delay, and what waits, is counted.
    const metrics = at(bench.log.lines[0], '_aws', 'CloudWatchMetrics', 0, 'Metrics');
    expect(metrics).toEqual([{ Name: 'heartbeat', Unit: 'Count' }]);
  });

  it.each([
    ['the secret cannot be read', { secret: new Error('denied') }, 'denied'],
    ['WeCom cannot be reached', { connection: new Error('ENOTFOUND') }, 'ENOTFOUND'],
  ])('createCheckHeartbeat: nothing is counted if %s', async (_, failing, reason) => {
    const bench = checkBench(failing);
    await bench.check({ at: bench.now });
    expect(bench.log.lines).toMatchObject([{ message: 'heartbeat failed', reason: `Error: ${reason}` }]);
    expect(bench.log.lines[0]).not.toHaveProperty('heartbeat');
  });

  it('createCheckHeartbeat: one of more than five minutes is dropped unchecked', async () => {
    const bench = checkBench();
    await bench.check({ at: bench.now - 5 * MINUTE - 1 });
    expect(bench.checks()).toBe(0);
    expect(bench.log.lines[0]).not.toHaveProperty('heartbeat');
  });
});
