import { describe, expect, test } from 'vitest';
import type { ServiceEvent } from '../../../src/aws/service-event.js';
import type { Rendered } from '../../../src/renderers/renderer.js';
import { type EventTable, tableRenderer } from '../../../src/renderers/toolkit/event-table.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { sampleContext } from '../../support/render-sample.js';

const TABLE: EventTable = {
  name: 'oven',
  service: 'Oven',
  sources: ['aws.oven'],
  types: /^Oven /,
  rows: {
    'Oven Job State Change': {
      kind: 'job',
      name: ['jobName', 'jobArn'],
      part: /^[\w-]+/,
      verdict: { done: ['recovery', 'succeeded'] },
      fields: [
        ['progress', 'percent', 'percent'],
        ['size', 'bytes', 'bytes'],
        ['duration', ['began', 'ended'], 'span'],
      ],
      noise: /^Job said: /,
      page: 'glue',
      url: 'link',
    },
  },
  other: { kind: 'job', name: 'jobName' },
};
const renderer = tableRenderer(TABLE);

function eventOf(event: Partial<ServiceEvent>): ServiceEvent {
  const empty = emptyEvent('eventbridge', 'eb:1', Date.UTC(2026, 10, 22, 3, 12));
  return { ...empty, region: 'cn-north-1', source: 'aws.oven', detailType: 'Oven Job State Change', ...event };
}

function render(event: Partial<ServiceEvent>): Rendered {
  const rendered = renderer.render(eventOf(event), sampleContext('zh-CN'));
  if ('skipped' in rendered) throw new Error('Cannot skip an event as a table shows all');
  return rendered;
}

const linesOf = (rendered: Rendered) =>
  rendered.fields.flatMap((line) => (line ? [`${line.label}=${line.value}`] : []));

describe('tableRenderer: which events it takes', () => {
  test.each([
    [{ detailType: 'Oven Job State Change', source: 'my.test' }, true],
    [{ detailType: 'Something New', source: 'aws.oven' }, true],
    [{ detailType: 'AWS API Call via CloudTrail', source: 'aws.oven' }, false],
    [{ detailType: 'Something New', source: 'aws.fridge' }, false],
  ])('%j: %s', (event, expected) => {
    expect(renderer.matches(eventOf(event))).toBe(expected);
  });
});

describe('tableRenderer: what it makes of an event', () => {
  test.each([
    ["the table's word for a state is stronger than AWS's", { state: 'DONE' }, 'recovery', '成功'],
    ["AWS's word tells where the table does not", { state: 'TIMED_OUT' }, 'error', '超时'],
    ["AWS's severity tells where the state does not", { state: 'LUKEWARM', severity: 'WARN' }, 'warning', '警告'],
    ['nothing tells: a notice', { state: 'LUKEWARM' }, 'info', '通知'],
    ['no state is looked up in a prototype', { state: 'constructor' }, 'info', '通知'],
  ])('%s', (_, detail, severity, status) => {
    expect(render({ detail })).toMatchObject({ severity, status });
  });

  test('a state that nothing explains is shown as a line', () => {
    expect(linesOf(render({ detail: { state: 'LUKEWARM' } }))).toContain('状态=LUKEWARM');
    expect(linesOf(render({ detail: { state: 'FAILED' } }))).toEqual(['时间=2026-11-22 11:12:00']);
  });

  test('a name may be an ARN, a part of one, or that of the first resource', () => {
    expect(render({ detail: { jobName: 'bread' } }).title).toBe('Oven 作业 bread');
    expect(render({ detail: { jobArn: 'arn:aws:oven:us-east-1:111122223333:job/bread/run/7' } }).title).toBe(
      'Oven 作业 bread',
    );
    expect(render({ resources: ['arn:aws:oven:us-east-1:111122223333:job/rolls'] }).title).toBe('Oven 作业 rolls');
    expect(render({}).title).toBe('Oven 作业');
  });

  test('an event newer than the table says what it is, and its name alone tells how it went', () => {
    const rendered = render({ detailType: 'Oven Cleaning Failed', detail: { jobName: 'soot' } });
    expect(rendered).toMatchObject({ severity: 'error', title: 'Oven 作业 soot' });
    expect(linesOf(rendered)[0]).toBe('事件=Oven Cleaning Failed');
  });

  test('what repeats the state is left out, and so is nothing and all of it', () => {
    expect(linesOf(render({ detail: { state: 'FAILED', percent: 'FAILED', bytes: 0 } }))).toHaveLength(1);
    expect(
      linesOf(
        render({ detail: { percent: 100, bytes: 2048, began: '2026-11-22T03:00:00Z', ended: '2026-11-22T03:10:05Z' } }),
      ),
    ).toEqual(['大小=2 KB', '用时=10 分钟 5 秒', '时间=2026-11-22 11:12:00']);
  });

  test('a reason is without the noise before it, its resources by name', () => {
    const message = 'Job said: Role arn:aws-cn:iam::111122223333:role/Baker may not bake.';
    expect(render({ detail: { message } }).details).toBe('Role Baker may not bake.');
  });

  test("a link of AWS's own is better than ours, unless it is none", () => {
    expect(render({ detail: { jobName: 'a', link: 'https://console.aws.amazon.com/x' } }).link).toBe(
      'https://console.aws.amazon.com/x',
    );
    expect(render({ detail: { jobName: 'a', link: 'javascript:alert(1)' } }).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/gluestudio/home?region=cn-north-1#/editor/job/a/runs',
    );
  });
});
