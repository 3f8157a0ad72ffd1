import { describe, expect, test } from 'vitest';
import { textContent } from '../../src/payloads/written-content.js';
import { emptyEvent } from '../../src/sources/envelope.js';

const event = { ...emptyEvent('sns', 'sns:1', 1_000), topicArn: 'arn:aws:sns:ap-southeast-1:111122223333:ops' };

describe('textContent', () => {
  test('a text is sent as written', () => {
    const text = '  发布完成\n\n  - payment-api 1.2.3\n';
    expect(textContent({ ...event, text })).toMatchObject({
      kind: 'written',
      renderer: 'text',
      body: text,
      title: '发布完成',
    });
  });

  test('a subject becomes the first line', () => {
    expect(textContent({ ...event, subject: '发布', text: '完成' }).body).toBe('发布\n完成');
  });

  test('a subject that the text repeats is not said twice', () => {
    expect(textContent({ ...event, subject: 'Deploy done', text: 'Deploy done: payment-api' }).body).toBe(
      'Deploy done: payment-api',
    );
  });

  test('the title is the first line, cut between characters', () => {
    expect(textContent({ ...event, text: `${'🎉'.repeat(70)}\n第二行` }).title).toBe(`${'🎉'.repeat(60)}…`);
  });

  test('the origin names the topic, not its ARN', () => {
    expect(textContent({ ...event, text: 'x' }).origin).toEqual({ source: 'sns', topic: 'ops' });
  });
});
