import { expect, test } from 'vitest';
import { warmUp } from '../../../src/app/warm-up/warm-up.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';

const never = new Promise<void>(() => {});

/** What warming up did, in order, and whether it has ended. */
function start({
  secrets = ['secret'],
  secret = Promise.resolve(),
  rehearsal = async (): Promise<void> => {},
  connect = undefined as (() => void) | undefined,
}) {
  const clock = createFakeClock();
  const did: string[] = [];
  const log = recordLog();
  const note = (what: string) => () => void did.push(what);
  const warming = warmUp({
    secrets: secrets.map((name) => ({
      warm: () => {
        did.push(name);
        return secret;
      },
    })),
    connections: [{ warm: connect ?? note('WeCom') }, { warm: note('SQS') }],
    rehearse: () => {
      did.push('rehearsal');
      return rehearsal();
    },
    clock,
    log,
  });
  warming.then(note('end'), note('failure'));
  return { clock, did, log };
}

test('warmUp: what takes the network is on its way before anything takes the CPU', async () => {
  const { clock, did } = start({});
  await clock.advance(0);
  expect(did).toEqual(['WeCom', 'SQS', 'secret', 'rehearsal', 'end']);
});

test('warmUp: waits for the secret two seconds and no longer', async () => {
  const { clock, did } = start({ secret: never });
  await clock.advance(1999);
  expect(did).not.toContain('end');
  await clock.advance(1);
  expect(did).toContain('end');
});

test('warmUp: without the name of a secret none is read', async () => {
  const { clock, did } = start({ secrets: [] });
  await clock.advance(0);
  expect(did).toEqual(['WeCom', 'SQS', 'rehearsal', 'end']);
});

test('warmUp: a connection that has no address harms nothing, and the log says so', async () => {
  const { clock, did, log } = start({
    connect: () => {
      throw new TypeError('Invalid URL');
    },
  });
  await clock.advance(0);
  expect(did).toEqual(['SQS', 'secret', 'rehearsal', 'end']);
  expect(log.lines).toMatchObject([
    { level: 'WARN', message: 'connection not opened in advance', reason: 'TypeError: Invalid URL' },
  ]);
});

test('warmUp: a rehearsal that fails harms nothing, and the log says so', async () => {
  const { clock, did, log } = start({ rehearsal: () => Promise.reject(new Error('forgot the text')) });
  await clock.advance(0);
  expect(did.at(-1)).toBe('end');
  expect(log.lines).toMatchObject([{ level: 'WARN', message: 'rehearsal failed', reason: 'Error: forgot the text' }]);
});
