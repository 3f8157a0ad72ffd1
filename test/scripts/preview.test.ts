import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { previewFile } from '../../scripts/preview.js';
import { readSampleConfig } from '../../scripts/samples/read-sample.js';

const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-preview-'));
afterAll(() => rmSync(folder, { recursive: true }));

const config = readSampleConfig();

/** The lines of a file that holds this text. */
function preview(text: string) {
  const file = join(folder, 'event.json');
  writeFileSync(file, text);
  return previewFile(file, config);
}

const notifications = (...messages: readonly string[]) => ({
  Records: messages.map((Message, index) => ({ EventSource: 'aws:sns', Sns: { MessageId: `m${index}`, Message } })),
});

describe('previewFile: a line per notification', () => {
  test('with the keys that are promised, and the bodies that WeCom would get', async () => {
    const [line, ...others] = await preview(JSON.stringify({ push_message: '发布完成', at_mobiles: '13800138000' }));
    expect(others).toEqual([]);
    expect(Object.keys(line ?? {})).toEqual([
      'file',
      'source',
      'renderer',
      'severity',
      'title',
      'link',
      'mentions',
      'robot',
      'messages',
    ]);
    expect(line).toMatchObject({
      source: 'invoke',
      renderer: 'push',
      link: null,
      robot: 'default',
      messages: [{ msgtype: 'text', text: { content: '发布完成', mentioned_mobile_list: ['13800138000'] } }],
    });
  });

  test('an event that is not shown by design says why, and by which road it came', async () => {
    const lines = await previewFile('events/cloudwatch-eventbridge/muted.json', config);
    expect(lines).toMatchObject([
      { source: 'eventbridge', renderer: 'cloudwatch-alarm', skipped: expect.stringContaining('muted'), messages: [] },
    ]);
  });

  test('a record that cannot be read is told after those that can', async () => {
    const lines = await preview(JSON.stringify(notifications('一', '{"push_message":""}', '三')));
    expect(lines).toMatchObject([
      { title: '一' },
      { title: '三' },
      { error: expect.stringContaining('Cannot send push_message') },
    ]);
  });

  test('a byte order mark is no fault', async () => {
    expect(await preview('\ufeff"备份完成"')).toMatchObject([{ renderer: 'text', title: '备份完成' }]);
  });
});

describe('previewFile: what cannot be shown is a line with the reason', () => {
  test.each([
    ['', 'must hold JSON'],
    ['{"push_message"', 'must hold JSON'],
    ['[]', 'neither a known event'],
    ['{"key1":"value1"}', 'test template'],
  ])('%j', async (text, reason) => {
    expect(await preview(text)).toEqual([
      { file: expect.stringContaining('event.json'), error: expect.stringContaining(reason) },
    ]);
  });

  test('a request says what its caller is answered', async () => {
    const http = { method: 'POST', path: '/other' };
    const request = { version: '2.0', rawPath: '/other', headers: {}, requestContext: { http, stage: '$default' } };
    expect(await preview(JSON.stringify(request))).toMatchObject([
      { error: expect.stringMatching(/HTTP 404: .*not_found/) },
    ]);
  });

  test('a folder, and a file that is not there', async () => {
    expect(await previewFile(folder, config)).toMatchObject([
      { file: folder, error: expect.stringContaining('EISDIR') },
    ]);
    expect(await previewFile(`${folder}/none.json`, config)).toMatchObject([
      { error: expect.stringContaining('ENOENT') },
    ]);
  });
});

describe('previewFile: the picture of a metric', () => {
  const file = 'events/cloudwatch-sns/metric-alarm.json';

  test('its widget is in the line if the setting wants it, and the rule does not say no', async () => {
    const [wanted] = await previewFile(file, { ...config, graph: 'on' });
    expect(wanted).toHaveProperty('graph.metrics.0.1', 'HTTPCode_Target_5XX_Count');
    const off = { name: 'no picture', match: {}, graph: 'off' } as const;
    const routes = { ...config.routes, rules: [off] };
    const [byRule, bySetting] = [
      await previewFile(file, { ...config, graph: 'on', routes }),
      await previewFile(file, config),
    ];
    for (const [line] of [byRule, bySetting]) expect(line).not.toHaveProperty('graph');
  });

  test('with the setting rules, only where a rule says so', async () => {
    const on = { name: 'a picture', match: { alarmName: ['支付*'] }, graph: 'on' } as const;
    const [byRule] = await previewFile(file, { ...config, graph: 'rules', routes: { ...config.routes, rules: [on] } });
    const [without] = await previewFile(file, { ...config, graph: 'rules' });
    expect(byRule).toHaveProperty('graph.title', '支付网关 5xx 过多');
    expect(without).not.toHaveProperty('graph');
  });
});
