import { describe, expect, it } from 'vitest';
import { text } from '../../src/payloads/text.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { header, NOW, renderContext } from '../support/read-context.js';

const read = (value: string, road: 'http' | 'sns' | 'sqs' | 'invoke' = 'http', callerId?: string) =>
  text.read(value, { event: emptyEvent(road, `${road}:1`, NOW), renderContext, header, callerId });

describe('text: the message itself', () => {
  it('its first line is the title', () => {
    expect(read('\n  构建失败 \n详情见邮件')).toMatchObject({
      renderer: 'text',
      title: '构建失败',
      overrides: {},
      id: 'http:1',
    });
  });

  it('a long first line is shortened in the title only', () => {
    const draft = read('长'.repeat(100));
    expect(draft.title).toBe(`${'长'.repeat(60)}…`);
    expect(draft).toMatchObject({ body: '长'.repeat(100) });
  });

  it.each([
    ['becomes the first line', '发布', '完成', '发布\n完成'],
    ['is not said twice', 'Deploy done', 'Deploy done: payment-api', 'Deploy done: payment-api'],
    ['is the message if there is no text', '发布', '', '发布'],
  ])('an SNS subject %s', (_, subject, message, body) => {
    const event = { ...emptyEvent('sns', 'sns:1', NOW), subject };
    expect(text.read(message, { event, renderContext, header })).toMatchObject({ body });
  });

  it('the origin names the topic, not its ARN', () => {
    const event = { ...emptyEvent('sns', 'sns:1', NOW), topicArn: 'arn:aws:sns:ap-southeast-1:111122223333:ops' };
    expect(text.read('x', { event, renderContext, header }).origin).toEqual({ source: 'sns', topic: 'ops' });
  });

  it('a text of a tool whose words only leave a doubt calls nobody', () => {
    expect(read('Failed Logins Report', 'sns')).toMatchObject({ severity: 'warning', callsNobody: true });
    expect(read('Backup failed', 'sns')).not.toHaveProperty('callsNobody');
    expect(read('Failed Logins Report', 'http')).toMatchObject({ severity: 'info' });
  });

  it('the id its caller chose is stronger', () => {
    expect(read('x', 'http', 'http:k').id).toBe('http:k');
  });

  it.each([
    ['http', 'body'],
    ['sns', 'Message'],
    ['sqs', 'body'],
    ['invoke', 'event'],
  ] as const)('%s: the error calls the text %s', (road, field) => {
    expect(() => read('  ', road)).toThrow(`Cannot send ${field} as it must contain something to read`);
  });
});
