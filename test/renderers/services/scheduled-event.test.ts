import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

describe('scheduled-event', () => {
  test.each([
    [
      'aws.events',
      'arn:aws-cn:events:cn-north-1:111122223333:rule/daily',
      'daily',
      '/events/home?region=cn-north-1#/eventbus/default/rules/daily',
    ],
    [
      'aws.events',
      'arn:aws-cn:events:cn-north-1:111122223333:rule/finance/daily',
      'daily',
      '/events/home?region=cn-north-1#/eventbus/finance/rules/daily',
    ],
    [
      'aws.scheduler',
      'arn:aws-cn:scheduler:cn-north-1:111122223333:schedule/default/daily',
      'daily',
      '/scheduler/home?region=cn-north-1#schedules/default/daily',
    ],
  ])('%s %s', (source, schedule, name, path) => {
    const content = renderEvent('Scheduled Event', {}, { source, resources: [schedule] });
    expect(content.title).toBe(`定时任务 ${name}`);
    expect(content.link).toBe(`https://cn-north-1.console.amazonaws.cn${path}`);
    expect(verdictOf(content)).toEqual(['info', '已触发']);
  });

  test('only a group of one’s own is worth a line', () => {
    const group = (name: string) =>
      lineOf(
        renderEvent(
          'Scheduled Event',
          {},
          { source: 'aws.scheduler', resources: [`arn:aws:scheduler:us-east-1:111122223333:schedule/${name}/daily`] },
        ),
        '计划组',
      );
    expect([group('finance'), group('default')]).toEqual(['finance', undefined]);
  });

  test('without a schedule’s name it is a schedule all the same', () => {
    expect(renderEvent('Scheduled Event', {}).title).toBe('定时任务');
  });
});
