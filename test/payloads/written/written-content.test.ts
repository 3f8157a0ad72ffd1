import { describe, expect, test } from 'vitest';
import { writtenContent } from '../../../src/payloads/written/written-content.js';

const written = (body: string, name?: string) =>
  writtenContent({
    id: 'sns:1',
    renderer: 'push',
    body,
    occurredAt: 1000,
    origin: { source: 'sns' },
    ...(name !== undefined && { name }),
  });

describe('writtenContent', () => {
  test('a text is sent as written', () => {
    const body = '  发布完成\n\n  - payment-api 1.2.3\n';
    expect(written(body)).toEqual({
      kind: 'written',
      id: 'sns:1',
      renderer: 'push',
      severity: 'info',
      title: '发布完成',
      body,
      occurredAt: 1000,
      origin: { source: 'sns' },
    });
  });

  test.each([
    ['is the first line, cut between characters', `${'🎉'.repeat(70)}\n第二行`, `${'🎉'.repeat(60)}…`],
    ['has no heading’s mark', '## 发布 完成\n正文', '发布 完成'],
    ['keeps a hash that heads nothing', '#42 修复', '#42 修复'],
    ['is not empty for a mark alone', '##', '##'],
    ['stands after any white space', `${' '.repeat(1200)}正文`, '正文'],
  ])('the title %s', (_, body, title) => {
    expect(written(body)).toMatchObject({ title, body });
  });

  test('the title is of the name, if the body does not name the message', () => {
    expect(written('{}', '## 卡片\n副标题')).toMatchObject({ title: '卡片', body: '{}' });
    expect(written('', '')).toMatchObject({ title: '' });
  });
});
