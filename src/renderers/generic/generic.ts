import { resourceName } from '../../aws/arn.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { keyWords } from '../../base/key-words.js';
import { maskSecrets } from '../../base/mask-secrets.js';
import type { Field } from '../../domain/content.js';
import { oneLine } from '../../text/one-line.js';
import type { Words } from '../../text/words.js';
import type { Assessment } from '../../verdict/assessment.js';
import { keyRole } from '../../verdict/key-role.js';
import { gradeOf, SEVERITY_OF_GRADE } from '../../verdict/scale.js';
import { judgeEvent, judgeState } from '../../verdict/verdict.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { spokenState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { amountText } from './amount.js';
import { type Role, roleOf } from './choose.js';
import { genericLink } from './generic-link.js';
import { headlineIn } from './headline.js';
import { failingParts, labelOfKey, leafFields } from './leaf-fields.js';
import { leafValue } from './leaf-value.js';
import { type Leaf, leavesOf } from './leaves.js';
import { listRows } from './list-rows.js';
import { genericName } from './name.js';
import { isRandomId } from './random-id.js';
import type { Told } from './told.js';
import { unwrapDetail } from './unwrap-detail.js';

/** An ending of a detail-type that the status expresses better. */
const KIND_OF_MESSAGE = /(?<=\S)[ -](state|status)[- ]change( notification)?$/i;

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
    const parts = failingParts(told, judgement);
    const said = told.filter((leaf) => isSaid(leaf, judgement)).map(({ text }) => text);
    const type = said.length === 0 ? typeOf(event, words) : typeOf(event, words).replace(KIND_OF_MESSAGE, '');
    const name = genericName(event, told, judgement);
    const title = (isNamed(type, name, words) ? undefined : headlineIn(told)) ?? titleOf(type, name, words);
    const time = timeField(words.label.time, isAnnounced(event) ? event.occurredAt : undefined, timeZone);
    const fresh = told.filter((leaf) => !isKnown(leaf, title) && !isFlag(leaf, judgement));
    return {
      ...spokenState(judgement, words),
      title: maskSecrets(title),
      fields: [...leafFields(fresh, [prose, time?.value, ...said], words, parts), ownSource(event, words), time],
      details: prose === title ? undefined : readableSentence(prose?.replace(/^> ?/gm, ''), timeZone),
      rows: listRows(lists, (key) => labelOfKey(key, words), context),
      link: genericLink(event, ofRole('link'), bucketIn(told)),
      state: ofRole('state')[0]?.text,
      callsNobody: judgement.certainty === 'doubt',
    };
  },
};

/** Returns true if something says what it is about: a type, or a name that is no number. */
function isNamed(type: string, name: string | undefined, words: Words): boolean {
  return type !== words.resourceKind.event || (name !== undefined && !/^[-\d]+$/.test(name));
}

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

function bucketIn(told: readonly Told[]): string | undefined {
  return told.find(({ key, isReference }) => key === 'bucket' && isReference)?.text;
}
