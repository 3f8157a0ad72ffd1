import { factsOf } from '../aws/facts-of.js';
import { originOf, type ServiceEvent } from '../aws/service-event.js';
import type { RenderedContent } from '../domain/content.js';
import type { Draft, Skipped } from '../domain/notification.js';
import type { Origin } from '../domain/origin.js';
import { withLocalTimes } from '../text/local-times.js';
import { oneLine } from '../text/one-line.js';
import type { RenderContext, Rendered, Renderer } from './renderer.js';
import { readable } from './toolkit/readable-sentence.js';

/** A rendered event, and its overrides of routing. */
export type RenderedEvent = RenderedContent &
  Pick<Rendered, 'overrideAttributes' | 'unknownOverrides'> &
  Pick<Draft, 'plot'>;

/** Returns the event as a message, or why it is not shown. Throws if the renderer does: `renderWith` never does. */
export function render(renderer: Renderer, event: ServiceEvent, context: RenderContext): RenderedEvent | Skipped {
  return messageOf(renderer.render(event, context), renderer, event, context);
}

/** Returns a renderer's result as a message. */
export function messageOf(
  rendered: ReturnType<Renderer['render']>,
  { name }: Renderer,
  event: ServiceEvent,
  context: RenderContext,
): RenderedEvent | Skipped {
  if ('skipped' in rendered) {
    return { id: event.id, source: event.sourceName, renderer: name, skipped: rendered.skipped };
  }
  const details = rendered.details && readable(rendered.details);
  return contentOf({ ...rendered, details }, name, event, context);
}

/** Returns what was rendered as a message: its times local, and the event's own id, time and origin if it has no others. */
export function contentOf(
  rendered: Rendered,
  renderer: string,
  event: ServiceEvent,
  context: RenderContext,
): RenderedEvent {
  const origin = renderedOrigin(rendered, event);
  const localised = (text: string): string => withLocalTimes(text, context.timeZone);
  const details = localised(rendered.details?.trim() ?? '');
  return {
    kind: 'rendered',
    id: rendered.id ?? event.id,
    renderer,
    severity: rendered.severity,
    status: rendered.status,
    title: titleOf(rendered, event, context),
    where: rendered.where ?? whereOf(origin, context),
    fields: rendered.fields
      .filter((field) => field !== undefined)
      .map(({ label, value }) => ({ label, value: localised(value) })),
    ...(details && { details }),
    ...(rendered.rows?.length && { rows: rendered.rows.map((row) => ({ ...row, text: localised(row.text) })) }),
    ...(rendered.link && { link: rendered.link }),
    ...rowFacts(rendered),
    ...lookUpFacts(rendered),
    ...(rendered.plot && { plot: rendered.plot }),
    ...(rendered.callsNobody && { callsNobody: true }),
    ...(rendered.isTest && { isTest: true }),
    occurredAt: rendered.occurredAt ?? event.occurredAt,
    origin,
    ...(rendered.overrideAttributes && { overrideAttributes: rendered.overrideAttributes }),
    ...(rendered.unknownOverrides && { unknownOverrides: rendered.unknownOverrides }),
  };
}

/** Returns what a row of many shows, and what makes several messages states of one thing. */
function rowFacts({ thing, brief, category, listLink }: Rendered): Partial<RenderedContent> {
  return {
    ...(thing && { thing }),
    ...(brief && { brief }),
    ...(category && { category }),
    ...(listLink && { listLink }),
  };
}

/** Returns what may be looked up when it is shown, or was known of that already. */
function lookUpFacts({ lacksDuration, logsLink, logMetric }: Rendered): Partial<RenderedContent> {
  return {
    ...(lacksDuration && { lacksDuration }),
    ...(logsLink && { logsLink }),
    ...(logMetric && { logMetric }),
  };
}

/** An empty title would leave the lock screen blank, so something always names the event. */
function titleOf(rendered: Rendered, event: ServiceEvent, { words }: RenderContext): string {
  const candidates = [rendered.title, event.detailType, event.subject, event.source];
  return candidates.map(oneLine).find((title) => title !== '') ?? words.resourceKind.event;
}

function renderedOrigin(rendered: Rendered, event: ServiceEvent): Origin {
  const { account = event.account, region = event.region, state, alarmName, labels } = rendered;
  const facts = { ...factsOf(event), ...rendered.facts };
  return {
    ...originOf({ ...event, account, region }),
    ...(state && { state }),
    ...(alarmName && { alarmName }),
    ...(labels && { labels }),
    ...(rendered.isComposite && { isComposite: true }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

function whereOf({ account, region = '' }: Origin, { accountName, words }: RenderContext): string {
  const place = region === 'global' ? words.phrase.globalRegion : region;
  return oneLine([account === undefined ? '' : accountName(account), place].join(' '));
}
