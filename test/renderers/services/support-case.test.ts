import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

describe('support-case', () => {
  test.each([
    ['CreateCase', '', 'info 已创建'],
    ['AddCommunicationToCase', 'AWS', 'info AWS 已回复'],
    ['AddCommunicationToCase', 'CUSTOMER', 'info 已补充'],
    ['ResolveCase', '', 'recovery 已解决'],
    ['ReopenCase', '', 'warning 重新打开'],
    ['EscalateCase', '', 'info 已更新'],
  ])('%s by %j: %s', async (name, origin, line) => {
    const detail = { 'event-name': name, 'display-id': '123', 'case-id': 'case-1', origin };
    const content = await renderedOf(eventBridgeEvent('Support Case Update', detail));
    expect(firstLine(content)).toBe(`${line} | 支持案例 123`);
    expect(content.link).toBe('https://console.amazonaws.cn/support/home#/case/?displayId=123');
  });
});
