import { type ConsolePage, consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn } from '../../base/json.js';
import type { ResourceKind, Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { type FieldRow, fieldsOf } from './event-fields.js';
import type { EventState } from './event-state.js';
import { field, timeField } from './field.js';
import { firstText, firstValue, type Keys } from './first-value.js';
import { readableSentence } from './readable-sentence.js';
import { safeAwsLink } from './safe-aws-link.js';
import { titleOf } from './title.js';
import { classify, stateFor, type Verdict } from './verdict.js';

/** A description of how to read one kind of event. For anything a row leaves out, the keys that most AWS services use are tried. */
export interface EventRow {
  /** The kind of thing it is about: `Glue 作业`. */
  readonly kind: ResourceKind;
  /** Its name; without one, the first of `resources`. Of a longer one (`task-1/execution/exec-2`), the part that names the thing. */
  readonly name?: Keys;
  readonly part?: RegExp;
  readonly state?: Keys;
  /** The meaning of every event of this kind; or that of a state (in lower case) if AWS's word alone misleads. */
  readonly verdict?: Verdict | Readonly<Record<string, Verdict>>;
  readonly fields?: readonly FieldRow[];
  /** The reason. `[]` if AWS's sentence only repeats the state. */
  readonly details?: Keys;
  /** The part of the reason that only repeats the lines above it. */
  readonly noise?: RegExp;
  /** The console page; `at` is the key of the name or id it needs, if that is not `name`; `within` is the key of its parent. */
  readonly page?: ConsolePage;
  readonly at?: Keys;
  readonly within?: Keys;
  /** The keys of AWS's own link into the console, which is better than ours. */
  readonly url?: Keys;
}

/** One service's events, which differ only in what `rows` says of their detail-type. */
export interface EventTable {
  /** The renderer's name. */
  readonly name: string;
  /** As the console writes it, before the thing. */
  readonly service: string;
  /** EventBridge `source`s; all their events are ours, except CloudTrail's. */
  readonly sources: readonly string[];
  /** Detail-types that belong to no other service, whatever the source says. */
  readonly types?: RegExp;
  readonly rows: Readonly<Record<string, EventRow>>;
  /** The row for a detail-type newer than `rows`. */
  readonly other: EventRow;
}

const NAME: Keys = ['name', 'Name'];
const STATE: Keys = ['state', 'status', 'State', 'Status', 'currentState'];
const DETAILS: Keys = [
  'failureReason',
  'FailureReason',
  'failureMessage',
  'FailureMessage',
  'errorMessage',
  'statusMessage',
  'cause',
  'reason',
  'message',
];

/** A renderer of every event that the table describes. */
export function tableRenderer(table: EventTable): Renderer {
  return {
    name: table.name,
    matches: (event) => matches(table, event),
    render: (event, context) => renderTable(table, event, context),
  };
}

function matches({ sources, types }: EventTable, { source, detailType }: ServiceEvent): boolean {
  return types?.test(detailType) === true || (sources.includes(source) && !detailType.endsWith('via CloudTrail'));
}

function renderTable({ service, rows, other }: EventTable, event: ServiceEvent, context: RenderContext): Rendered {
  const { label, resourceKind } = context.words;
  const known = getOwn(rows, event.detailType);
  const row = known ?? other;
  const rendered = renderRow(`${service} ${resourceKind[row.kind]}`, row, event, context);
  if (known) return rendered;
  return { ...rendered, newer: true, fields: [field(label.event, event.detailType), ...rendered.fields] };
}

/** Renders an event as its row describes. `kind` precedes the name: `Glue 作业`. */
export function renderRow(kind: string, row: EventRow, event: ServiceEvent, context: RenderContext): Rendered {
  const { words, timeZone } = context;
  const { detail } = event;
  const name = nameIn(row, event);
  const state = firstText(detail, row.state ?? STATE);
  const outcome = outcomeIn(row, state, event, words);
  return {
    severity: outcome?.severity ?? 'info',
    status: outcome?.status ?? words.status.notice,
    title: titleOf(kind, name),
    fields: [
      outcome ? undefined : field(words.label.state, state),
      ...fieldsOf(row.fields ?? [], detail, context).filter((line) => line?.value !== state),
      timeField(words.label.time, event.occurredAt, timeZone),
    ],
    details: readableSentence(reasonIn(row, detail), timeZone),
    link: linkOf(row, event, name),
    state,
  };
}

function nameIn({ name = NAME, part }: EventRow, { detail, resources }: ServiceEvent): string | undefined {
  const whole = firstText(detail, name) ?? firstText(resources, '0');
  return part?.exec(whole ?? '')?.[0] ?? whole;
}

/** Returns the row's verdict on the state, else that of AWS's words; consults the detail-type and the reason only if there is no state. */
function outcomeIn(
  row: EventRow,
  state: string | undefined,
  event: ServiceEvent,
  words: Words,
): EventState | undefined {
  const told = isVerdict(row.verdict) ? row.verdict : getOwn(row.verdict ?? {}, (state ?? '').toLowerCase());
  if (told) return stateFor(told, words);
  const spoken = classify(state, firstText(event.detail, ['severity', 'Severity']), words);
  if (spoken !== undefined || state !== undefined) return spoken;
  return classify(event.detailType, undefined, words) ?? classify(reasonIn(row, event.detail), undefined, words);
}

function reasonIn({ details = DETAILS, noise }: EventRow, detail: unknown): string | undefined {
  const reason = firstText(detail, details);
  return noise === undefined ? reason : reason?.replace(noise, '');
}

function isVerdict(verdict: EventRow['verdict']): verdict is Verdict {
  return Array.isArray(verdict);
}

function linkOf(row: EventRow, event: ServiceEvent, name: string | undefined): string | undefined {
  const given = row.url && safeAwsLink(firstText(event.detail, row.url));
  if (given !== undefined || row.page === undefined) return given;
  const target = row.at === undefined ? name : String(firstValue(event, row.at) ?? '');
  return consoleLink(row.page, event.region, target, firstText(event.detail, row.within ?? []));
}
