import type { ServiceEvent } from '../../src/aws/service-event.js';
import type { JsonObject } from '../../src/base/json.js';
import type { RenderedContent } from '../../src/domain/content.js';
import { renderWith } from '../../src/renderers/generic/render-with.js';
import { rendererOf } from '../../src/renderers/renderers.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import type { Language } from '../../src/text/words.js';
import { sampleContext } from './render-sample.js';

/** What an event becomes by the first renderer of the deployed list that takes it. `event` says where and by which road. */
export function renderEvent(
  detailType: string,
  detail: JsonObject,
  event: Partial<ServiceEvent> = {},
  language: Language = 'zh-CN',
): RenderedContent {
  const road = { ...emptyEvent('eventbridge', 'eb:1', Date.UTC(2026, 10, 20, 18, 42)), account: '111122223333' };
  const whole: ServiceEvent = { ...road, region: 'cn-north-1', ...event, detailType, detail };
  const renderer = rendererOf(whole);
  if (renderer === undefined) throw new Error(`Cannot find a renderer of ${detailType}`);
  const fail = (name: string, error: unknown): never => {
    throw new Error(`Cannot render as ${name} threw`, { cause: error });
  };
  const content = renderWith(renderer, whole, sampleContext(language), fail);
  if ('skipped' in content) throw new Error(`Cannot show the event as ${content.renderer} skips it`);
  return content;
}

/** An SNS message that is JSON. */
export function renderNotification(message: JsonObject, event: Partial<ServiceEvent> = {}): RenderedContent {
  return renderEvent('', message, { sourceName: 'sns', text: JSON.stringify(message), ...event });
}

/** How bad and in which word: what most tables of events are about. */
export function verdictOf({ severity, status }: RenderedContent): readonly [severity: string, status: string] {
  return [severity, status];
}

/** The value of a line by its label, or `undefined` where the message has no such line. */
export function lineOf({ fields }: RenderedContent, label: string): string | undefined {
  return fields.find((field) => field.label === label)?.value;
}
