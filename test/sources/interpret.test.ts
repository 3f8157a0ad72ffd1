import { describe, expect, it } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import type { ServiceEvent } from '../../src/aws/service-event.js';
import { silentLog } from '../../src/base/log.js';
import { InvalidInputError } from '../../src/domain/errors.js';
import { allRenderers, rendererOf } from '../../src/renderers/renderers.js';
import { cloudWatchAlarm } from '../../src/renderers/services/cloudwatch/cloudwatch-alarm.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { createInterpret } from '../../src/sources/interpret.js';
import { createInterpretOnUse } from '../../src/sources/interpret-on-use.js';
import { readEvent } from '../../src/sources/sources.js';
import { recordLog } from '../support/lines.js';
import { NOW, readContext, renderContext } from '../support/read-context.js';

const interpret = createInterpret({ renderContext, log: silentLog, renderers: allRenderers });
const event = emptyEvent('sns', 'sns:1', NOW);

const alarmDetail = {
  AlarmName: 'cpu',
  NewStateValue: 'ALARM',
  AlarmArn: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:cpu',
};
const alarm = { ...event, account: '111122223333', detail: alarmDetail, text: JSON.stringify(alarmDetail) };

describe('createInterpret: what an event becomes', () => {
  it('unknown JSON of a service is shown in the generic form', () => {
    expect(interpret({ ...event, detail: { orderId: 'A-1' }, text: '{"orderId":"A-1"}' })).toMatchObject({
      kind: 'rendered',
      renderer: 'generic',
    });
  });

  it('an EventBridge event without details is shown by its type', () => {
    expect(interpret({ ...event, sourceName: 'eventbridge', source: 'shop', detailType: 'Shop Closed' })).toMatchObject(
      {
        renderer: 'generic',
        title: 'Shop Closed',
      },
    );
  });

  it('an alarm message by SNS is shown by its renderer, the same JSON by a plain invocation too', () => {
    const detail = { AlarmName: 'cpu-high', NewStateValue: 'ALARM', AlarmArn: 'arn:aws:cloudwatch:a:1:alarm:cpu-high' };
    const content = interpret({ ...event, detail, text: JSON.stringify(detail) });
    expect(content).toMatchObject({ kind: 'rendered', renderer: 'cloudwatch-alarm' });
    expect(interpret({ ...event, sourceName: 'invoke', detail })).toMatchObject({ renderer: 'cloudwatch-alarm' });
  });

  it('an empty message is invalid', () => {
    expect(() => interpret(event)).toThrow(InvalidInputError);
    expect(() => interpret({ ...event, sourceName: 'eventbridge' })).toThrow(InvalidInputError);
  });

  it('an SNS subject is the first line of a plain text', () => {
    expect(interpret({ ...event, subject: 'Backup', text: '完成' })).toMatchObject({
      renderer: 'text',
      body: 'Backup\n完成',
    });
  });
});

describe('createInterpret: attributes are overrides, weaker than the message', () => {
  const attributes = {
    robot: 'dba',
    is_at_all: '1',
    at_mobiles: '["13800138000"]',
    format: 'markdown',
    severity: 'Critical',
  };

  it('a plain text takes them all', () => {
    expect(interpret({ ...event, text: '完成', attributes })).toMatchObject({
      overrides: {
        robot: 'dba',
        mentions: { all: true, mobiles: ['13800138000'], userIds: [], people: [] },
        format: 'markdown',
        severity: 'critical',
      },
    });
  });

  it('a rendered event takes them too', () => {
    expect(interpret({ ...event, detail: { a: 1 }, text: '{"a":1}', attributes: { robot: 'dba' } })).toMatchObject({
      overrides: { robot: 'dba' },
    });
  });

  it('the four parameters are stronger', () => {
    const detail = { push_message: '完成', robot: 'ops', is_at_all: 0 };
    expect(interpret({ ...event, detail, text: JSON.stringify(detail), attributes })).toMatchObject({
      overrides: { robot: 'ops', mentions: { all: false, mobiles: [] }, format: 'markdown' },
    });
  });

  it('a format or severity in words of the publisher is none of ours', () => {
    const foreign = { format: 'json', severity: 'P1' };
    expect(interpret({ ...event, text: '完成', attributes: foreign })).toMatchObject({ overrides: {} });
  });

  it('a robot that is no name is invalid', () => {
    expect(() => interpret({ ...event, text: '完成', attributes: { robot: '名'.repeat(14) } })).toThrow(
      /at most 40 bytes/,
    );
  });

  it('a robot that is no name, or may be a key, does not stop an alarm: it is logged, and the rules decide', () => {
    const log = recordLog();
    const detail = { AlarmName: 'cpu-high', NewStateValue: 'ALARM', AlarmArn: 'arn:aws:cloudwatch:a:1:alarm:cpu-high' };
    const alarm = { ...event, detail, text: JSON.stringify(detail), attributes: { robot: '13800138000' } };
    expect(createInterpret({ renderContext, log, renderers: allRenderers })(alarm)).toMatchObject({
      renderer: 'cloudwatch-alarm',
      overrides: {},
    });
    expect(log.lines).toEqual([expect.objectContaining({ message: 'overrides in message attributes ignored' })]);
    expect(log.text()).not.toContain('13800138000');
  });
});

describe('createInterpretOnUse: alarms', () => {
  const loadRenderers = (): never => {
    throw new Error('Not wanted');
  };

  it('wait for no other renderer, whatever brings them; nor does a plain invocation’s own message', async () => {
    const read = createInterpretOnUse({ renderContext, log: silentLog, loadRenderers });
    expect(await read(alarm)).toMatchObject({ renderer: 'cloudwatch-alarm' });
    expect(await read({ ...event, sourceName: 'invoke', detail: { push_message: '完成' } })).toMatchObject({
      renderer: 'push',
    });
    await expect(read({ ...event, text: '完成' })).rejects.toThrow('Not wanted');
  });

  it('whose renderer fails are told in the generic form, and a line says so', async () => {
    const log = recordLog();
    // A mistake of ours, which a broken account name stands for.
    const accountName = (): never => {
      throw new Error('broken');
    };
    let calls = 0;
    const once = { ...renderContext, accountName: (id: string) => (calls++ === 0 ? accountName() : id) };
    expect(await createInterpretOnUse({ renderContext: once, log })(alarm)).toMatchObject({ renderer: 'generic' });
    expect(log.lines).toMatchObject([{ message: 'renderer failed', renderer: 'cloudwatch-alarm' }]);
  });

  it('are known to no other renderer: of all samples, their own is the one of the whole list', async () => {
    const folders = await readSamples();
    const seen: string[] = [];
    const read = createInterpretOnUse({ renderContext, log: silentLog });
    const interpret = async (one: ServiceEvent) => {
      if (cloudWatchAlarm.matches(one)) {
        seen.push(rendererOf(one)?.name ?? 'none');
      }
      return read(one);
    };
    for (const { samples } of folders) {
      for (const sample of samples) await readEvent(sample.event, readContext({ interpret })).catch(() => undefined);
    }
    expect(seen.length).toBeGreaterThan(20);
    expect([...new Set(seen)]).toEqual(['cloudwatch-alarm']);
  });
});

describe('createInterpretOnUse', () => {
  const body = { object_kind: 'pipeline', object_attributes: { id: 7, status: 'failed' } };
  const json = { ...event, detail: body, text: JSON.stringify(body) };
  const read = createInterpretOnUse({ renderContext, log: silentLog });

  it.each<[string, Partial<ServiceEvent>]>([
    ['SNS', {}],
    ['a plain invocation', { sourceName: 'invoke' }],
    ['HTTP', { sourceName: 'http' }],
    ['EventBridge, by a partner', { sourceName: 'eventbridge', source: 'aws.partner/ci', detailType: 'Pipeline' }],
  ])('a tool’s body by %s is read as the tool’s', async (_, road) => {
    expect(await read({ ...json, ...road })).toMatchObject({ renderer: 'gitlab', title: 'GitLab 流水线 #7' });
  });

  it('an event of AWS, a payload and a text are read without tools', async () => {
    const loadTools = (): never => {
      throw new Error('Not wanted');
    };
    const log = recordLog();
    const without = createInterpretOnUse({ renderContext, log, loadTools });
    const aws = { ...json, sourceName: 'eventbridge' as const, source: 'aws.new', detailType: 'New Thing' };
    expect(await without(aws)).toMatchObject({ kind: 'rendered' });
    expect(await without({ ...event, text: '完成' })).toMatchObject({ renderer: 'text' });
    expect(await without({ ...event, detail: { push_message: '完成' } })).toMatchObject({ renderer: 'push' });
    expect(log.lines).toEqual([]);
  });

  it('tools that cannot be loaded leave the generic form and a line', async () => {
    const log = recordLog();
    const broken = createInterpretOnUse({ renderContext, log, loadTools: () => Promise.reject(new Error('gone')) });
    expect(await broken(json)).toMatchObject({ renderer: 'generic', severity: 'error' });
    expect(log.lines).toMatchObject([{ level: 'ERROR', message: 'tools failed' }]);
  });

  it('a header of a tool’s own is enough', async () => {
    const other = { ...json, detail: { event_name: 'repository_update', project: { path_with_namespace: 'a/b' } } };
    const headers: Readonly<Record<string, string>> = { 'X-Gitlab-Event': 'System Hook' };
    expect(await read(other, (name) => headers[name])).toMatchObject({ renderer: 'gitlab' });
    expect(await read(other)).toMatchObject({ renderer: 'generic' });
  });
});
