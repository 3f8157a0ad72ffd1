import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SqsEndpoint, startSqsEndpoint } from '../../../local/sqs/endpoint.js';
import { copyOf, createHeldQueue, type HeldMessage } from '../../../scripts/aws/held-queue.js';
import { type ReplayOptions, replayQueue } from '../../../scripts/aws/replay-queue.js';

let endpoint: SqsEndpoint;
let sqs: SQSClient;
beforeAll(async () => {
  endpoint = await startSqsEndpoint({ queues: [{ name: 'dead.fifo' }, { name: 'main.fifo' }] });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sqs = new SQSClient({ region: 'ap-southeast-1', endpoint: endpoint.endpoint, credentials });
});
afterAll(async () => {
  sqs.destroy();
  await endpoint.close();
});
beforeEach(() => {
  for (const name of ['dead.fifo', 'main.fifo']) endpoint.queue(name).purge();
});

/** `dba.3:93000`: group, number, code. */
async function park(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const [, groupId = '', code = ''] = /^(\w+)\.\d+:(.+)$/.exec(name) ?? [];
    const message = { id: '', receipt: '', body: name, groupId, sentAt: 0, attributes: { code } };
    await sqs.send(copyOf(message, endpoint.queueUrl('dead.fifo')));
  }
}
const bodiesIn = (queue: string): readonly string[] =>
  endpoint
    .queue(queue)
    .messages()
    .map(({ body }) => body);

const toMain = async (message: HeldMessage): Promise<void> => {
  await sqs.send(copyOf({ ...message, attributes: {} }, endpoint.queueUrl('main.fifo')));
};

async function replay(options: Partial<ReplayOptions> = {}) {
  const lines: string[] = [];
  const queue = createHeldQueue(sqs, endpoint.queueUrl('dead.fifo'), 0);
  const describe = ({ body }: HeldMessage): string => body;
  const print = (line: string): void => void lines.push(line);
  return { ...(await replayQueue({ queue, handOver: toMain, describe, print, ...options })), lines };
}

const numbered = (group: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${group}.${index + 1}:93000`);

describe('replayQueue', () => {
  test('replayQueue: everything goes to the main queue in its order, more than one receive takes too', async () => {
    const names = numbered('dba', 23);
    await park(...names);
    const { lines, ...replayed } = await replay();
    expect(replayed).toEqual({ replayed: 23, failed: 0 });
    expect(bodiesIn('main.fifo')).toEqual(names);
    expect(bodiesIn('dead.fifo')).toEqual([]);
    expect(lines.slice(0, 2)).toEqual(['About 23 messages', '1/23 dba.1:93000']);
  });

  test('replayQueue: the same message may come a second time, as its deduplication id is fresh', async () => {
    await park('dba.1:93000');
    await replay();
    await park('dba.1:93000');
    await replay();
    expect(bodiesIn('main.fifo')).toEqual(['dba.1:93000', 'dba.1:93000']);
  });

  test('replayQueue: groups keep their own order, the oldest message is first', async () => {
    await park('web.1:93000', 'dba.1:93000', 'web.2:93000', 'dba.2:93000');
    await replay();
    const main = bodiesIn('main.fifo');
    expect(main[0]).toBe('web.1:93000');
    expect(main.filter((body) => body.startsWith('dba'))).toEqual(['dba.1:93000', 'dba.2:93000']);
    expect(main.filter((body) => body.startsWith('web'))).toEqual(['web.1:93000', 'web.2:93000']);
  });

  test('replayQueue: a code picks its messages; the others stay, with their reason and in their order', async () => {
    await park('dba.1:40058', 'dba.2:93000', 'dba.3:44004', 'web.1:93000', ...numbered('ops', 12));
    expect(await replay({ code: '93000' })).toMatchObject({ replayed: 14, failed: 0 });
    expect(bodiesIn('dead.fifo')).toEqual(['dba.1:40058', 'dba.3:44004']);
    const [kept] = endpoint.queue('dead.fifo').messages();
    expect(kept?.attributes['code']).toEqual({ DataType: 'String', StringValue: '40058' });
    expect(endpoint.queue('dead.fifo').counts()).toEqual({ visible: 2, inFlight: 0 });
  });

  test.each([
    ['93000', ['dba.1:wecom:93000', 'dba.2:93000']],
    ['wecom:93000', ['dba.1:wecom:93000', 'dba.2:93000']],
    ['http:404', ['dba.3:http:404']],
    ['robot-missing', ['dba.4:robot-missing']],
    ['404', []],
    ['UnreadableBodyError', ['dba.5:UnreadableBodyError']],
  ])('replayQueue: the code %s picks what was parked for it, and nothing of another kind', async (code, picked) => {
    await park(
      'dba.1:wecom:93000',
      'dba.2:93000',
      'dba.3:http:404',
      'dba.4:robot-missing',
      'dba.5:UnreadableBodyError',
    );
    await replay({ code });
    expect(bodiesIn('main.fifo')).toEqual(picked);
  });

  test('replayQueue: a dry run lists and moves nothing', async () => {
    await park('dba.1:93000', 'web.1:93000');
    const { lines } = await replay({ dryRun: true });
    expect(lines).toEqual(['About 2 messages', 'would replay dba.1:93000', 'would replay web.1:93000']);
    expect(bodiesIn('dead.fifo')).toEqual(['dba.1:93000', 'web.1:93000']);
    expect(endpoint.queue('dead.fifo').counts()).toEqual({ visible: 2, inFlight: 0 });
    expect(bodiesIn('main.fifo')).toEqual([]);
  });

  test('replayQueue: what is not taken stays, with the later ones of its group; other groups go on', async () => {
    await park('dba.1:93000', 'dba.2:93000', 'dba.3:93000', 'web.1:93000');
    const handOver = (message: HeldMessage): Promise<void> =>
      message.body.startsWith('dba.2') ? Promise.reject(new Error('Rate exceeded')) : toMain(message);
    const { lines, ...replayed } = await replay({ handOver });
    expect(replayed).toEqual({ replayed: 2, failed: 1 });
    expect(bodiesIn('dead.fifo')).toEqual(['dba.2:93000', 'dba.3:93000']);
    expect(lines).toContain('not replayed: dba.2:93000: Rate exceeded');
    expect(endpoint.queue('dead.fifo').counts()).toEqual({ visible: 2, inFlight: 0 });
  });

  test('replayQueue: what is refused again meanwhile is tried once and stays', async () => {
    await park('dba.1:93000', 'dba.2:93000');
    const handOver = (message: HeldMessage): Promise<void> => park(message.body);
    const { lines, ...replayed } = await replay({ handOver });
    expect(replayed).toEqual({ replayed: 2, failed: 2 });
    expect(bodiesIn('dead.fifo')).toEqual(['dba.1:93000', 'dba.2:93000']);
    expect(lines.slice(-2)).toEqual(['refused again: dba.1:93000', 'refused again: dba.2:93000']);
  });

  test('replayQueue: an empty queue is nothing to do', async () => {
    expect(await replay()).toEqual({ replayed: 0, failed: 0, lines: ['About 0 messages'] });
  });
});
