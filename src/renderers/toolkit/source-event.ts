import { type Arn, parseArn } from '../../aws/arn.js';
import { type ConsolePage, consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn, type JsonObject, textAt } from '../../base/json.js';
import { parseTime } from '../../text/format.js';
import type { ResourceKind } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { stateOfSentence } from './event-state.js';
import { field, timeField } from './field.js';
import { firstText, firstValue, type Keys } from './first-value.js';
import { readableSentence } from './readable-sentence.js';
import { safeAwsLink } from './safe-aws-link.js';
import { titleOf } from './title.js';
import { stateOfGrade } from './verdict.js';

/** The keys of both shapes of such an event: those of SNS contain spaces, those of EventBridge do not. */
const KEYS = {
  arn: ['Source ARN', 'SourceArn'],
  categories: ['EventCategories', 'Category', 'category'],
  eventId: ['Event ID', 'EventID', 'About this Event', 'eventId'],
  eventType: 'eventType',
  kind: ['Event Source', 'SourceType', 'sourceType', 'type'],
  link: ['Identifier Link', 'resourceLink'],
  message: ['Event Message', 'Message', 'detailMessage', 'message'],
  name: ['Source ID', 'SourceId', 'Resource', 'SourceIdentifier', 'sourceIdentifier'],
  severity: ['Severity', 'severity'],
  time: ['Event Time', 'Date'],
} as const satisfies Readonly<Record<string, Keys>>;

/** The thing that an event is about: the word for it and its console page, which is given its name. */
export interface SourceKind {
  readonly kind: ResourceKind;
  readonly page?: ConsolePage;
}

/** A service that words its events the way RDS does. */
interface SourceEventTable {
  readonly name: string;
  /** As the console writes it, before the thing. */
  readonly service: string;
  readonly sources: readonly string[];
  /** Detail-types that belong to no other service. */
  readonly types: RegExp;
  /** A mark found only in this service's SNS messages: in their event id or their source. */
  readonly marks: RegExp;
  /** By `Event Source` or `SourceType`, in lower case with `-` between the words. */
  readonly kinds: Readonly<Record<string, SourceKind>>;
  readonly other: SourceKind;
  /** The console page for a thing that has no page of its own. */
  readonly home?: ConsolePage;
}

/** Returns a renderer of a service's events about its databases, caches or clusters, by SNS and by EventBridge. */
export function sourceEventRenderer(table: SourceEventTable): Renderer {
  return {
    name: table.name,
    matches: (event) => matches(table, event),
    render: (event, context) => renderSourceEvent(table, event, context),
  };
}

function matches({ sources, types, marks }: SourceEventTable, { source, detailType, detail }: ServiceEvent): boolean {
  if (types.test(detailType) || sources.includes(source)) return !detailType.endsWith('via CloudTrail');
  if (textAt(detail, 'Event Message') === undefined) return false;
  return ['Event ID', 'About this Event', 'Event Source'].some((key) => marks.test(textAt(detail, key) ?? ''));
}

function renderSourceEvent(table: SourceEventTable, event: ServiceEvent, context: RenderContext): Rendered {
  const { words, timeZone } = context;
  const { detail, detailType } = event;
  const [categories, message, eventType] = [KEYS.categories, KEYS.message, KEYS.eventType].map((keys) =>
    firstText(detail, keys),
  );
  const said = [categories, message, eventType, detailType].join(' ');
  const outcome = stateOfSentence(said, words) ?? stateOfGrade(firstText(detail, KEYS.severity), words);
  const about = kindOf(table, event);
  const name = nameOf(event);
  const arn = arnOf(detail);
  const region = arn?.region || event.region;
  const occurredAt = parseTime(firstText(detail, KEYS.time));
  return {
    severity: outcome?.severity ?? 'info',
    status: outcome?.status ?? words.status.notice,
    title: titleOf(`${table.service} ${words.resourceKind[about.kind]}`, name),
    fields: [
      field(words.label.eventId, /(?:^|[^A-Z-])([A-Z-]+EVENT-\d+)/.exec(firstText(detail, KEYS.eventId) ?? '')?.[1]),
      timeField(words.label.time, occurredAt ?? event.occurredAt, timeZone),
    ],
    details: readableSentence(message ?? eventType ?? detailType, timeZone),
    link: linkOf(about.page, region, name) ?? safeAwsLink(firstText(detail, KEYS.link)) ?? linkOf(table.home, region),
    account: arn?.account,
    region,
    occurredAt,
    state: eventType ?? categories,
  };
}

function linkOf(page: ConsolePage | undefined, region: string, name?: string): string | undefined {
  return page && consoleLink(page, region, name);
}

/** Returns the kind that the event gives for its source, else the one in the detail-type: `RDS DB Cluster Event`. */
function kindOf({ kinds, other }: SourceEventTable, { detail, detailType }: ServiceEvent): SourceKind {
  const called = [firstText(detail, KEYS.kind), detailType.replace(/^\w+ | Event$/g, '')];
  const known = called.map((kind) => getOwn(kinds, (kind ?? '').toLowerCase().replace(/[_ ]/g, '-')));
  return known.find((kind) => kind !== undefined) ?? other;
}

/** DMS's ARNs end in a random id: the name is found only at the end of the accompanying link. */
function nameOf({ detail, resources }: ServiceEvent): string | undefined {
  const linked = /Details\/([^/?&]+)$/.exec(textAt(detail, 'resourceLink') ?? '')?.[1];
  return firstText(detail, KEYS.name) ?? linked ?? firstText(detail, KEYS.arn) ?? firstText(resources, '0');
}

function arnOf(detail: JsonObject): Arn | undefined {
  return parseArn(String(firstValue(detail, KEYS.arn) ?? ''));
}
