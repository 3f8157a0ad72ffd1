import { getOwn, objectAt } from '../../base/json.js';
import type { Field, Row } from '../../domain/content.js';
import type { Skipped } from '../../domain/notification.js';
import { isBadNews, type Severity } from '../../domain/severity.js';
import type { RenderContext, Rendered, Renderer } from '../../renderers/renderer.js';
import { isValueKind, readKind } from '../../renderers/toolkit/event-fields.js';
import { field } from '../../renderers/toolkit/field.js';
import { titleOf } from '../../renderers/toolkit/title.js';
import { toolWordsOf } from '../../text/tool-words.js';
import type { Words } from '../../text/words.js';
import type { PayloadContext } from '../payload.js';
import { allHold, fits } from './conditions.js';
import { type Excerpt, exactExcerptOf, excerptOf, firstOf, valueAt } from './excerpt.js';
import { masked } from './masked.js';
import type { Tool, ToolRow } from './tool.js';
import { toolLinkOf } from './tool-link.js';
import { outcomeOf, type ToolOutcome } from './tool-outcome.js';
import { elementRows, isJudged, type Listed, listedIn, worstOutcome } from './tool-rows.js';

/** The circumstances in which a tool's body is read, besides the body. */
export interface ToolContext {
  readonly header: PayloadContext['header'];
  /** Shows steps on the way too. Default false. */
  readonly showProgress?: boolean | undefined;
}

/** Marks a part of an excerpt that is a header of the request. */
const HEADER = 'header:';

/** Returns the renderer of a tool's body; `undefined` if the tool has no row for it. */
export function toolRenderer(tool: Tool, whole: unknown, context: ToolContext): Renderer | undefined {
  const body = unwrapped(tool, whole);
  const event = eventIn(tool, body, context.header);
  const row = rowFor(tool, event, body);
  if (!row) return undefined;
  return {
    name: tool.name,
    matches: () => true,
    render: (_, renderContext) =>
      render(
        tool,
        row.test ? row : { ...tool.common, ...row },
        { event, body, isOther: row === tool.other },
        { ...context, ...renderContext },
      ),
  };
}

/** Keys of sentences, read for what no row names: what a newer kind says is told. */
const SENTENCES = ['message', 'description', 'note', 'text', 'msg', 'content', 'reason', 'summary', 'body'];

/** Returns the sentence that a person or the tool wrote; of what no row names, any other that is not JSON. */
function sentenceIn({ details }: ToolRow, { body, isOther }: Told, words: Words): string | undefined {
  const own = excerptOf(body, details, words.listSeparator);
  if (own !== undefined || !isOther) return own;
  return firstOf(SENTENCES, (one) => {
    const text = excerptOf(body, one);
    return text !== undefined && /^\s*[[{]/.test(text) ? undefined : text;
  });
}

function unwrapped({ within = [] }: Tool, body: unknown): unknown {
  const insides = [within].flat().map((path) => objectAt(body, ...path.split('.')));
  return insides.length === 0 ? body : Object.assign({}, objectAt(body), ...insides);
}

function eventIn({ event }: Tool, body: unknown, header: ToolContext['header']): string {
  const read = (one: string) => (one.startsWith(HEADER) ? header(one.slice(HEADER.length)) : exactExcerptOf(body, one));
  return firstOf(event, read) ?? '';
}

function rowFor({ rows = {}, other }: Tool, event: string, body: unknown): ToolRow | undefined {
  const all = Object.entries(rows);
  const picked = all.find(([, { when }]) => when !== undefined && allHold(when, (path) => valueAt(body, path)));
  const named = all.find(([names, { when }]) => !when && names.split('|').some((name) => fits(name, event)));
  return picked?.[1] ?? named?.[1] ?? other;
}

interface Told {
  readonly event: string;
  readonly body: unknown;
  /** True if no row names the event. */
  readonly isOther: boolean;
}

function render(
  tool: Tool,
  row: ToolRow,
  told: Told,
  context: ToolContext & RenderContext,
): Rendered | Pick<Skipped, 'skipped'> {
  const { words } = context;
  const { event, body } = told;
  const listed = row.each ? listedIn(body, row.each, words) : [];
  const outcome = outcomeOf(row, body, words, { event, listed: isJudged(row) ? undefined : worstOutcome(listed) });
  const { state = '', severity, status } = outcome;
  if (!context.showProgress && row.going?.includes(state.toLowerCase()))
    return { skipped: `A step on the way of ${tool.service}: ${state}` };
  const rows = row.each ? elementRows(listed, row.each, words) : [];
  const link = toolLinkOf(row, body);
  const [only] = rows.length === 1 ? rows : [];
  const name =
    excerptOf(body, row.name, words.listSeparator) ??
    nameOfOnly(row, only?.text) ??
    nameOfList(row, listed, severity, words);
  const fields = [eventField(row, event, words), ...fieldsOf(row, body, outcome, context)];
  const details = sentenceIn(row, told, words);
  if ([name, details, ...fields].every((one) => one === undefined))
    throw new Error(`Cannot show a body of ${tool.service} as nothing in it has the form of its documentation`);
  const shown: Rendered = {
    ...(row.test ? { severity: 'info', status: words.status.test, isTest: true } : { severity, status }),
    title: titleOf(thingOf(tool, row, words, name), name),
    fields: fields.filter((line) => line?.value !== details),
    details,
    rows: [...(row.name === undefined && only ? [] : rows), ...adviceRows(row, link, words)],
    link,
    where: excerptOf(body, row.where, words.listSeparator),
    ...identityOf(row, body, outcome),
    labels: labelsOf(row, body),
    callsNobody: outcome.isDoubt || row.test,
    newer: isWorthAll(row, outcome),
  };
  // A link that confirms is shown with its token.
  return { ...masked(shown), link };
}

/** Names an event that no row knows. */
function eventField({ unlisted }: ToolRow, event: string, { label }: Words): Field | undefined {
  return unlisted && event !== '' ? field(label.event, event) : undefined;
}

/** Returns true for bad news that no row knows: it is worth all that the generic form finds in it. */
function isWorthAll({ unlisted = false }: ToolRow, { severity }: ToolOutcome): boolean {
  return unlisted && isBadNews(severity);
}

/** Names a list by its only element. */
function nameOfOnly({ each, name }: ToolRow, only: string | undefined): string | undefined {
  return each && name === undefined ? only : undefined;
}

/** Names a list by the first element that is as bad as the whole, and says how many there are. */
function nameOfList(
  { each, name }: ToolRow,
  listed: readonly Listed[],
  severity: Severity,
  words: Words,
): string | undefined {
  if (!each || name !== undefined) return undefined;
  const { andOthers, items } = toolWordsOf(words).phrase;
  const worst = listed.find(({ outcome }) => outcome?.severity === severity) ?? listed[0];
  const named = excerptOf(worst?.element, each.name, words.listSeparator);
  return named === undefined ? items(listed.length) : andOthers(named, listed.length);
}

/** Names the service and the kind of thing: `GitLab 流水线`. A name that begins with the service (`[华为云] …`) says it itself. */
function thingOf(tool: Tool, { kind }: ToolRow, words: Words, name = ''): string {
  const { service: services, kind: kinds } = toolWordsOf(words);
  const service = getOwn(services, tool.name) ?? tool.service;
  if (kind !== undefined) return `${service} ${kinds[kind]}`;
  return name.slice(0, service.length + 1).includes(service) ? '' : service;
}

function fieldsOf(
  { fields = {} }: ToolRow,
  body: unknown,
  { state, isVague }: ToolOutcome,
  context: RenderContext,
): readonly (Field | undefined)[] {
  const { words } = context;
  const labels = toolWordsOf(words).label;
  const lines = Object.entries(fields).map(([label, value]) =>
    field(
      getOwn<string>(words.label, label) ?? getOwn<string>(labels, label) ?? label,
      spokenGrade(label, valueIn(body, value, context), words),
    ),
  );
  return [isVague ? field(words.label.state, state) : undefined, ...lines];
}

/** Returns a scanner's grade in the language's word for it: `Critical`. */
function spokenGrade(label: string, value: string | undefined, { security }: Words): string | undefined {
  return label === 'grade' && value !== undefined
    ? (getOwn<string>(security.grade, value.toLowerCase()) ?? value)
    : value;
}

/**
 * Returns the first of several texts that holds anything; of `duration as seconds` and `start to end as span`, in words for a
 * length of time.
 */
function valueIn(body: unknown, wanted: Excerpt, context: RenderContext): string | undefined {
  return firstOf(wanted, (one) => {
    const [path = '', kind = 'text'] = one.split(' as ');
    return isValueKind(kind) && kind !== 'text'
      ? readKind(kind, body, kind === 'span' ? path.split(' to ') : path, context)
      : excerptOf(body, one, context.words.listSeparator);
  });
}

/** Returns the thing to do about it; of what is to be confirmed, that it cannot be done here if there is no link. */
function adviceRows({ advice, confirms }: ToolRow, link: string | undefined, words: Words): readonly Row[] {
  const told = confirms && link === undefined ? 'confirmElsewhere' : advice;
  return told === undefined ? [] : [{ text: toolWordsOf(words).advice[told] }];
}

/** Returns what flapping and rules know it by: a thing that recovers has the states of an alert. */
function identityOf(
  row: ToolRow,
  body: unknown,
  { severity, state }: ToolOutcome,
): Pick<Rendered, 'thing' | 'state' | 'alarmName'> {
  const thing = exactExcerptOf(body, row.thing);
  if (thing === undefined) return { state };
  return { thing, state: severity === 'recovery' ? 'resolved' : 'firing', alarmName: excerptOf(body, row.name) };
}

function labelsOf({ labels = {} }: ToolRow, body: unknown): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(labels).flatMap(([name, wanted]) => {
    const text = excerptOf(body, wanted);
    return text === undefined ? [] : [[name, text] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
