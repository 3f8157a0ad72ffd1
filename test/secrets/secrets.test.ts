import { describe, expect, it } from 'vitest';
import { createKnownSecrets } from '../../src/base/known-secrets.js';
import { SecretUnavailableError } from '../../src/domain/errors.js';
import { RobotKey } from '../../src/domain/robot-key.js';
import { SECRET_REREAD_MS, SECRET_TTL_MS } from '../../src/secrets/cached-secret.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { createSecrets, type Secrets } from '../../src/secrets/secrets.js';
import { createFakeClock, type FakeClock } from '../support/fake-clock.js';
import { type RecordedLog, recordLog } from '../support/lines.js';

const OLD = '00000000-0000-4000-8000-000000000001';
const NEW = '00000000-0000-4000-8000-000000000002';

interface Bench {
  readonly secrets: Secrets;
  readonly clock: FakeClock;
  readonly log: RecordedLog;
  /** What Secrets Manager answers now. */
  now: string | Error;
  reads: number;
  /** By how much the clock was set back, milliseconds. */
  setBackMs: number;
}

function setUp(first: string | Error = OLD): Bench {
  const clock = createFakeClock();
  const log = recordLog();
  const readSecret = async (): Promise<string> => {
    bench.reads += 1;
    await Promise.resolve();
    if (bench.now instanceof Error) throw bench.now;
    return bench.now;
  };
  const dial = { ...clock, now: () => clock.now() - bench.setBackMs };
  const parse = (text: string) => parseRobotSecret(text, 'robots', 'https://qyapi.weixin.qq.com');
  const bench: Bench = {
    secrets: createSecrets({ readSecret, parse, known: createKnownSecrets(), clock: dial, log }),
    clock,
    log,
    now: first,
    reads: 0,
    setBackMs: 0,
  };
  return bench;
}

const reveal = async (key: Promise<RobotKey | undefined>): Promise<string | undefined> => (await key)?.reveal();

describe('createSecrets', () => {
  it('createSecrets: one read serves five minutes, and then one more', async () => {
    const bench = setUp();
    expect(await reveal(bench.secrets.key('default'))).toBe(OLD);
    await bench.clock.advance(SECRET_TTL_MS - 1);
    await bench.secrets.key('default');
    expect(bench.reads).toBe(1);
    await bench.clock.advance(1);
    await bench.secrets.key('default');
    expect(bench.reads).toBe(2);
  });

  it('createSecrets: if the clock was set back, the secret is read anew', async () => {
    const bench = setUp();
    await bench.secrets.key('default');
    bench.setBackMs = 60 * 60_000;
    await bench.secrets.key('default');
    expect(bench.reads).toBe(2);
  });

  it('createSecrets: callers at one time share one read', async () => {
    const bench = setUp();
    await Promise.all([bench.secrets.key('default'), bench.secrets.httpTokens(), bench.secrets.warm()]);
    expect(bench.reads).toBe(1);
  });

  it('createSecrets: if a refresh fails, the previous value stays in use and the log says so', async () => {
    const bench = setUp();
    await bench.secrets.key('default');
    bench.now = new SecretUnavailableError('Cannot read the secret robots');
    await bench.clock.advance(SECRET_TTL_MS);
    expect(await reveal(bench.secrets.key('default'))).toBe(OLD);
    expect(bench.log.lines.map(({ message }) => message)).toEqual([
      'secret not refreshed, previous value stays in use',
    ]);
  });

  it('createSecrets: where there is no value yet, a failed read is the error, and the next call reads again', async () => {
    const bench = setUp(new SecretUnavailableError('Cannot read the secret robots'));
    await bench.secrets.warm();
    await expect(bench.secrets.key('default')).rejects.toThrow('Cannot read the secret robots');
    bench.now = OLD;
    expect(await reveal(bench.secrets.key('default'))).toBe(OLD);
    expect(bench.reads).toBe(3);
  });

  it('createSecrets: a refused key makes the secret be read at once, but once a minute', async () => {
    const bench = setUp();
    await bench.secrets.key('default');
    expect(await bench.secrets.replacement('default', new RobotKey(OLD))).toBeUndefined();
    expect(bench.reads).toBe(2);
    bench.now = NEW;
    expect(await bench.secrets.replacement('default', new RobotKey(OLD))).toBeUndefined();
    expect(bench.reads).toBe(2);
    await bench.clock.advance(SECRET_REREAD_MS);
    expect(await reveal(bench.secrets.replacement('default', new RobotKey(OLD)))).toBe(NEW);
  });

  it('createSecrets: an unknown robot name makes the secret be read once more, since it may be new', async () => {
    const bench = setUp(JSON.stringify({ default: OLD }));
    await bench.secrets.key('default');
    bench.now = JSON.stringify({ default: OLD, dba: NEW });
    expect(await reveal(bench.secrets.key('dba'))).toBe(NEW);
    expect(await bench.secrets.key('nobody')).toBeUndefined();
    expect(bench.reads).toBe(2);
  });

  it('createSecrets: the log never shows a key', async () => {
    const bench = setUp(JSON.stringify({ default: OLD, dba: `${NEW}!` }));
    await bench.secrets.key('default');
    expect(bench.log.lines).toHaveLength(1);
    expect(bench.log.text()).not.toContain(OLD);
    expect(bench.log.text()).not.toContain(NEW);
  });
});
