import { resourceName } from '../../aws/arn.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn } from '../../base/json.js';
import { keyWords } from '../../base/key-words.js';
import { maskSecrets } from '../../base/mask-secrets.js';
import type { Field } from '../../domain/content.js';
import { oneLine } from '../../text/one-line.js';
import type { Words } from '../../text/words.js';
import { keyRole } from '../../verdict/key-role.js';
import { gradeOf, SEVERITY_OF_GRADE } from '../../verdict/scale.js';
import { type Assessment, judgeEvent, judgeState } from '../../verdict/verdict.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { spokenState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { amountText } from './amount.js';
import { isNumericId, isWhereOrHowMuch, type Role, roleOf } from './choose.js';
import { genericLink } from './generic-link.js';
import { leafValue } from './leaf-value.js';
import { type Leaf, leavesOf } from './leaves.js';
import { listRows } from './list-rows.js';
import { genericName } from './name.js';
import { isRandomId } from './random-id.js';
import type { Told } from './told.js';
import { unwrapDetail } from './unwrap-detail.js';

/** Lines that come from the event's own keys; more is not read on a phone. */
const MAX_FIELDS = 7;
/** Keys that say little without the thing they belong to. */
const BARE_KEY = /^(name|id|identifier|type|value|key|count|size|state|status|version|title|arn|number)$/;

/** An ending of a detail-type that the status expresses better. */
const KIND_OF_MESSAGE = /(?<=\S)[ -](state|status)[- ]change( notification)?$/i;

/** In which order roles become lines; a role without a rank does not. */
const RANK: Readonly<Partial<Record<Role, number>>> = {
  severity: 0,
  state: 0,
  title: 1,
  name: 1,
  amount: 2,
  number: 2,
  reference: 3,
  prose: 4,
  field: 5,
  minor: 6,
};

/** Any event that no renderer knows: its type, its state, the thing it is about, the scalars that matter. Never JSON. */
export const generic: Renderer = {
  name: 'generic',
  matches: () => true,
  render(event, context): Rendered {
    const { words, timeZone } = context;
    const { leaves, lists } = leavesOf(unwrapDetail(event.detail));
    const told = leaves.flatMap((leaf) => tell(leaf, context, event.occurredAt));
    const judgement = judgeEvent(event.detail, [event.detailType, event.subject]);
    const ofRole = (wanted: Role): readonly Told[] => told.filter(({ role }) => role === wanted);
    const prose = [...ofRole('prose')].sort((a, b) => b.text.length - a.text.length)[0]?.text;
    const said = told.filter((leaf) => isSaid(leaf, judgement)).map(({ text }) => text);
    const type = said.length === 0 ? typeOf(event, words) : typeOf(event, words).replace(KIND_OF_MESSAGE, '');
    const title = titleOf(type, genericName(event, told, judgement), words);
    const time = timeField(words.label.time, isAnnounced(event) ? event.occurredAt : undefined, timeZone);
    const fresh = told.filter((leaf) => !isKnown(leaf, title) && !isFlag(leaf, judgement));
    return {
      ...spokenState(judgement, words),
      title: maskSecrets(title),
      fields: [...leafFields(fresh, [prose, time?.value, ...said], words), ownSource(event, words), time],
      details: readableSentence(prose, timeZone),
      rows: listRows(lists, (key) => labelOfKey(key, words), context),
      link: genericLink(event, ofRole('link'), bucketIn(told)),
      state: ofRole('state')[0]?.text,
      callsNobody: judgement.certainty === 'doubt',
    };
  },
};

/** Roles that may name what the title names. */
const NAMING: ReadonlySet<Role> = new Set(['name', 'title', 'reference', 'number', 'field']);

/** Returns true for a name that the title holds, and for a currency that stands after its amount. */
function isKnown({ role, text, key, owner }: Told, title: string): boolean {
  if (NAMING.has(role) && text.length > 1 && holdsWord(title, text)) return true;
  return keyWords(key) === 'currency' && Object.keys(owner).some((other) => /amount|price|total/i.test(other));
}

/** Returns true if a text holds a word or name as a whole. */
function holdsWord(text: string, word: string): boolean {
  return ` ${text} `.includes(` ${word} `) || text.endsWith(`#${word}`);
}

/** Returns true for the 0 or 1 that decided: the colour says it. */
function isFlag({ key, value }: Told, { sign }: Assessment): boolean {
  return sign?.key === key && sign.text === String(value).trim() && /^[01]$/.test(sign.text);
}

/** Returns true for a state or a severity that the first line says already, and for one that only says that it goes on. */
function isSaid({ role, key, text, value }: Told, { sign, severity }: Assessment): boolean {
  if (role === 'state') {
    if (sign?.key === key && sign.text === String(value).trim()) return !/^\d+$/.test(sign.text);
    const { severity: own, certainty } = judgeState(text);
    return certainty !== 'none' && (own === 'info' || own === 'recovery');
  }
  if (role !== 'severity') return false;
  const grade = gradeOf(text);
  if (grade === undefined) return text === 'normal';
  // A class such as P1 says more than the colour.
  return (
    grade === 'informational' ||
    (keyRole(key) === 'severity' && !/\d/.test(text) && SEVERITY_OF_GRADE[grade] === severity)
  );
}

/** Returns the name alone if all that is known of its kind is that it is an event. */
function titleOf(type: string, name: string | undefined, words: Words): string {
  if (name === undefined || type.includes(name)) return type;
  return type === words.resourceKind.event ? name : `${type} ${name}`;
}

/** Returns false for the body of a request or a plain invocation: the time of its arrival tells nobody more than the group does. */
function isAnnounced({ sourceName, detailType }: ServiceEvent): boolean {
  return detailType !== '' || (sourceName !== 'http' && sourceName !== 'invoke');
}

/** Returns the source as a field, unless it is one of AWS's own, which the detail-type already names. */
function ownSource({ source }: ServiceEvent, { label }: Words): Field | undefined {
  return source.startsWith('aws.') ? undefined : field(label.service, source);
}

function tell(leaf: Leaf, context: RenderContext, now: number): readonly Told[] {
  const role = isLink(leaf) ? 'link' : roleOf(leaf);
  // A value without a name has nothing before its colon.
  if (role === 'none' || isForPrograms(leaf) || leaf.key.trim() === '') return [];
  const amount = role === 'amount' ? amountText(leaf) : undefined;
  const text = amount ?? leafValue(leaf.key, leaf.value, context, now);
  return text === undefined ? [] : [{ ...leaf, role, text }];
}

/** An address is a link, whatever its key. */
function isLink(leaf: Leaf): boolean {
  return /^https?:\/\/\S+$/.test(String(leaf.value)) && roleOf(leaf) === 'field';
}

/** An id that a program made: a random one, or the number of a thing inside. */
function isForPrograms({ key, value, depth }: Leaf): boolean {
  const words = keyWords(key);
  if (typeof value === 'number') return words === 'id' || (depth > 0 && words.endsWith(' id'));
  return typeof value === 'string' && isRandomId(key, value);
}

/** Returns the kind of event: `OrderFailed` as words, else the subject, else the topic that delivered it. */
function typeOf({ detailType, subject, topicArn, source }: ServiceEvent, words: Words): string {
  const type = /\s/.test(detailType) ? detailType : detailType.replace(/([a-z\d])([A-Z])/g, '$1 $2');
  return (
    [type, subject, resourceName(topicArn), source].map(oneLine).find((text) => text !== '') ?? words.resourceKind.event
  );
}

/** Returns fields for people before fields for programs, shallow before deep, each value once and none that is already shown. */
function leafFields(
  told: readonly Told[],
  known: readonly (string | undefined)[],
  words: Words,
): readonly (Field | undefined)[] {
  const seen = new Set(known);
  const fresh = told.filter(({ text, role }) => RANK[role] !== undefined && !seen.has(text) && seen.add(text));
  return fresh
    .sort((a, b) => rankOf(a) - rankOf(b) || a.depth - b.depth)
    .slice(0, MAX_FIELDS)
    .map((leaf) => field(labelOf(leaf, words), leaf.text));
}

/** Of fields, the place and what was measured come first, yes, no and numbers for programs last; a severity of something inside that is no severity (`customer.level`) is a field as any other. */
function rankOf({ key, role, value, depth, text }: Told): number {
  if (role === 'field' && (typeof value === 'boolean' || isNumericId(key, text))) return RANK.minor ?? 0;
  if (role === 'field' && isWhereOrHowMuch(key)) return RANK.reference ?? 0;
  if (role === 'severity' && depth > 0 && gradeOf(text) === undefined) return RANK.field ?? 0;
  return RANK[role] ?? 0;
}

function labelOf({ key, parent }: Leaf, words: Words): string {
  const own = keyWords(key);
  return labelOfKey(BARE_KEY.test(own) && parent !== '' ? `${keyWords(parent)} ${own}` : own, words);
}

function labelOfKey(key: string, words: Words): string {
  const full = keyWords(key);
  const label = getOwn<string>(words.genericKey, full);
  const plain = full.replace(/(?<=.) arn$/, ''); // The value is its name by now.
  return label ?? `${plain.slice(0, 1).toUpperCase()}${plain.slice(1, 60)}`;
}

function bucketIn(told: readonly Told[]): string | undefined {
  return told.find(({ key, isReference }) => key === 'bucket' && isReference)?.text;
}
