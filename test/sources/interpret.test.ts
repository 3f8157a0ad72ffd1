import { describe, expect, it } from 'vitest';
import type { ServiceEvent } from '../../src/aws/service-event.js';
import { silentLog } from '../../src/base/log.js';
import { InvalidInputError } from '../../src/domain/errors.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { createInterpret, createInterpretWithTools } from '../../src/sources/interpret.js';
import { recordLog } from '../support/lines.js';
import { NOW, renderContext } from '../support/read-context.js';

const interpret = createInterpret({ renderContext, log: silentLog });
const event = emptyEvent('sns', 'sns:1', NOW);

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
    expect(createInterpret({ renderContext, log })(alarm)).toMatchObject({
      renderer: 'cloudwatch-alarm',
      overrides: {},
    });
    expect(log.lines).toEqual([expect.objectContaining({ message: 'overrides in message attributes ignored' })]);
    expect(log.text()).not.toContain('13800138000');
  });
});

describe('createInterpretWithTools', () => {
  const body = { object_kind: 'pipeline', object_attributes: { id: 7, status: 'failed' } };
  const json = { ...event, detail: body, text: JSON.stringify(body) };
  const read = createInterpretWithTools({ renderContext, log: silentLog });

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
    const without = createInterpretWithTools({ renderContext, log, loadTools });
    const aws = { ...json, sourceName: 'eventbridge' as const, source: 'aws.new', detailType: 'New Thing' };
    expect(await without(aws)).toMatchObject({ kind: 'rendered' });
    expect(await without({ ...event, text: '完成' })).toMatchObject({ renderer: 'text' });
    expect(await without({ ...event, detail: { push_message: '完成' } })).toMatchObject({ renderer: 'push' });
    expect(log.lines).toEqual([]);
  });

  it('tools that cannot be loaded leave the generic form and a line', async () => {
    const log = recordLog();
    const broken = createInterpretWithTools({ renderContext, log, loadTools: () => Promise.reject(new Error('gone')) });
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
