import { describe, expect, it } from 'vitest';
import type { RenderedContent } from '../../src/domain/content.js';
import { NOBODY } from '../../src/domain/mentions.js';
import { payloadOf } from '../../src/payloads/payloads.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { composed } from '../support/messages-of.js';
import { header, NOW, readContext, renderContext } from '../support/read-context.js';
import { readPayload } from './read-payload.js';

const event = emptyEvent('http', 'http:request-1', NOW);

function read(content: object, metadata: object = {}): RenderedContent {
  const value = { version: '1.0', source: 'custom', content: { description: '内容', ...content }, metadata };
  const draft = readPayload(value, { event, renderContext, header });
  if (draft.kind !== 'rendered') throw new Error(`Cannot take the draft as rendered: it is ${draft.kind}`);
  return draft;
}

describe('amazonQ: a custom notification', () => {
  it('becomes a message of everything that it says', () => {
    const content = read(
      {
        title: ':warning: 扩容 *失败*',
        description: '时间 2026-11-22T03:00:00Z',
        nextSteps: ['看 <https://x.example.com|手册>', '暂停发布'],
        keywords: ['订单', '扩容'],
      },
      {
        threadId: 't',
        additionalContext: { priority: 'high' },
        relatedResources: ['arn:aws:sqs:cn-north-1:111122223333:orders'],
      },
    );
    expect(content).toEqual({
      kind: 'rendered',
      id: 'http:request-1',
      renderer: 'amazon-q',
      severity: 'warning',
      status: '警告',
      title: '扩容 失败',
      where: '',
      fields: [
        { label: 'priority', value: 'high' },
        { label: '资源', value: 'orders' },
        { label: '关键词', value: '订单、扩容' },
      ],
      details: '时间 2026-11-22 11:00:00',
      rows: [{ text: '下一步：' }, { text: '1. 看 手册 https://x.example.com' }, { text: '2. 暂停发布' }],
      occurredAt: NOW,
      origin: { source: 'http', labels: { priority: 'high' } },
      overrides: {},
    });
  });

  it.each([
    [':rotating_light: x', 'critical', '紧急'],
    [':x: x', 'error', '错误'],
    [':red_circle: x', 'error', '错误'],
    ['⚠️ x', 'warning', '警告'],
    [':white_check_mark: x', 'recovery', '恢复'],
    ['x', 'info', '通知'],
  ])('%s: the emoji in front says how bad it is', (title, severity, status) => {
    expect(read({ title })).toMatchObject({ severity, status, title: 'x' });
  });

  it('any other emoji in front belongs to the title', () => {
    expect(read({ title: ':rocket: 已发布' })).toMatchObject({ severity: 'info', title: '🚀 已发布' });
  });

  it.each([
    ['the title', { title: '标题' }, { summary: '摘要' }, '标题', '内容'],
    ['the summary', {}, { summary: '摘要' }, '摘要', '内容'],
    ['the first line, which is then not repeated', { description: '第一行\n第二行' }, {}, '第一行', '第二行'],
    ['an emoji alone is no title', { title: ':x:' }, {}, '事件', '内容'],
  ])('is named by %s', (_, content, metadata, title, details) => {
    expect(read(content, metadata)).toMatchObject({ title, details });
  });

  it('leaves out what is of the wrong type', () => {
    const odd = { title: {}, nextSteps: 'x', keywords: [1, null, 'k'] };
    expect(read(odd, { additionalContext: { a: {}, b: 2 }, relatedResources: {} })).toMatchObject({
      title: '内容',
      fields: [
        { label: 'b', value: '2' },
        { label: '关键词', value: 'k' },
      ],
    });
    expect(read(odd)).not.toHaveProperty('details');
  });

  it('keeps its sender’s words: only times become local ones', () => {
    const description = '看 arn:aws:sqs:cn-north-1:111122223333:orders，自 2026-11-22T03:00:00Z 起';
    expect(read({ title: 'x', description }).details).toBe(
      '看 arn:aws:sqs:cn-north-1:111122223333:orders，自 2026-11-22 11:00:00 起',
    );
  });

  it('rules find it by the topic that brought it', () => {
    const value = { version: '1.0', source: 'custom', content: { description: 'x' } };
    const topicArn = 'arn:aws:sns:cn-north-1:111122223333:orders';
    const brought = { ...event, sourceName: 'sns', account: '111122223333', region: 'cn-north-1', topicArn } as const;
    expect(readPayload(value, { event: brought, renderContext, header })).toMatchObject({
      where: '',
      origin: { source: 'sns', account: '111122223333', region: 'cn-north-1', topic: 'orders' },
    });
  });

  it('shows eight of its own fields at most', () => {
    const own = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f${n}`, 'x']));
    expect(read({}, { additionalContext: own }).fields).toHaveLength(8);
  });

  it('an id of its own is none: a copied sample would silence what follows', () => {
    const value = { version: '1.0', source: 'custom', id: 'c-weihfjdsf', content: { description: 'x' } };
    expect(readPayload(value, { event, renderContext, header }).id).toBe('http:request-1');
  });

  it.each(['text', 'markdown', 'markdown_v2'] as const)('mentions nobody as %s, however it is written', (format) => {
    const draft = {
      ...read({ title: '<@U1> &lt;@wang&gt; <!channel>', nextSteps: ['&lt;@wang&gt;'] }),
      overrides: { mentions: NOBODY },
    };
    expect(JSON.stringify(composed(draft, 'zh-CN', format))).not.toContain('<@');
  });

  it.each([
    [{ version: '1.0', source: 'custom', content: { description: 'x' } }, 'amazon-q'],
    [{ version: '1.0', source: 'custom', content: {} }, undefined],
    [{ version: '2.0', source: 'custom', content: { description: 'x' } }, undefined],
    [{ version: '1.0', source: 'aws.ec2', content: { description: 'x' } }, undefined],
  ])('%j is %s', (value, name) => {
    expect(payloadOf(value)?.name).toBe(name);
  });

  it('is read from SNS as well, with the id that SNS gave it', async () => {
    const text = JSON.stringify({ version: '1.0', source: 'custom', content: { description: 'x' } });
    const sns = { ...event, sourceName: 'sns' as const, id: 'sns:1', text, detail: JSON.parse(text) };
    expect(await readContext().interpret(sns)).toMatchObject({ renderer: 'amazon-q', id: 'sns:1' });
  });
});
