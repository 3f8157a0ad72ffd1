import type { NativeContent, RenderedContent, WrittenContent } from '../../src/domain/content.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Addressing, Notification } from '../../src/domain/notification.js';

const BASE = {
  id: 'sns:00000000-0000-4000-8000-00000000000a',
  renderer: 'test',
  severity: 'critical',
  title: '支付网关 5xx > 10',
  occurredAt: Date.UTC(2026, 10, 22, 12, 3, 37),
  origin: { source: 'sns' },
  robot: 'default',
  mentions: NOBODY,
  format: 'text',
} as const;

/** An alarm as a renderer hands it over. */
export function rendered(
  changes: Partial<RenderedContent & Addressing> = {},
): Extract<Notification, { kind: 'rendered' }> {
  return {
    ...BASE,
    kind: 'rendered',
    status: '告警',
    where: '生产 ap-southeast-1',
    fields: [
      { label: '指标', value: 'HTTPCode_Target_5XX_Count' },
      { label: '当前值', value: '42' },
      { label: '时间', value: '2026-11-22 20:03:37' },
    ],
    details: '五分钟内超过阈值。\n请先看发布记录。',
    link: 'https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a',
    ...changes,
  };
}

/** A caller's own text. */
export function written(
  body: string,
  changes: Partial<WrittenContent & Addressing> = {},
): Extract<Notification, { kind: 'written' }> {
  return { ...BASE, severity: 'info', title: '每日报告', kind: 'written', body, ...changes };
}

/** A caller's own WeCom message. */
export function native(
  message: NativeContent['native'],
  changes: Partial<NativeContent & Addressing> = {},
): Extract<Notification, { kind: 'native' }> {
  return { ...BASE, severity: 'info', title: '图文', kind: 'native', native: message, ...changes };
}
