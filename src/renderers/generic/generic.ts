import { resourceName } from '../../aws/arn.js';
import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn } from '../../base/json.js';
import { keyWords } from '../../base/key-words.js';
import type { Field } from '../../domain/notification.js';
import { oneLine } from '../../text/one-line.js';
import type { Words } from '../../text/words.js';
import { judgeEvent } from '../../verdict/verdict.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { spokenState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { resourceLink } from '../toolkit/resource-link.js';
import { safeAwsLink } from '../toolkit/safe-aws-link.js';
import { type Role, roleOf } from './choose.js';
import { leafValue } from './leaf-value.js';
import { type Leaf, leavesOf } from './leaves.js';

/** Lines that come from the event's own keys; more is not read on a phone. */
const MAX_FIELDS = 5;
/** Keys that say little without the thing they belong to. */
const BARE_KEY = /^(name|id|identifier|type|value|key|count|size|state|status|version|title|arn)$/;

/** An ending of a detail-type that the status expresses better. */
const KIND_OF_MESSAGE = /(?<=\S)[ -](state|status)[- ]change( notification)?$/i;

/** In which order roles become lines; a role without a rank does not. */
const RANK: Readonly<Partial<Record<Role, number>>> = { state: 0, name: 1, prose: 2, field: 3, minor: 4 };

/** A leaf with what it is for and how a person reads it. */
interface Told extends Leaf {
  readonly role: Role;
  readonly text: string;
}

/** Any event that no renderer knows: its type, its state, the thing it is about, the scalars that matter. Never JSON. */
export const generic: Renderer = {
  name: 'generic',
  matches: () => true,
  render(event, context): Rendered {
    const { words, timeZone } = context;
    const told = leavesOf(event.detail).flatMap((leaf) => tell(leaf, context));
    const first = (role: Role) => told.find((leaf) => leaf.role === role)?.text;
    const details = told.filter(({ role }) => role === 'prose').sort((a, b) => b.text.length - a.text.length)[0]?.text;
    const name = leafValue('name', resourceName(event.resources[0] ?? ''), context) ?? ownName(told);
    const type = typeOf(event, words);
    const judgement = judgeEvent(event.detail, [event.detailType, event.subject]);
    const standing = { ...spokenState(judgement, words), said: judgement.sign?.text };
    const time = timeField(words.label.time, event.occurredAt, timeZone);
    const known = [details, name, standing.said, time?.value];
    return {
      severity: standing.severity,
      status: standing.status,
      title: titleOf(standing.said === undefined ? type : type.replace(KIND_OF_MESSAGE, ''), name),
      fields: [...leafFields(told, known, words), ownSource(event, words), time],
      details: readableSentence(details, timeZone),
      link: linkOf(event, told),
      state: first('state'),
    };
  },
};

/** The event's own name, else its own id (`orderId`), else the name of a thing inside it. */
function ownName(told: readonly Told[]): string | undefined {
  const own = told.filter(({ depth }) => depth === 0);
  const named = own.find(({ role }) => role === 'name') ?? own.find(({ key }) => /\bid$/.test(keyWords(key)));
  return (named ?? told.find(({ role }) => role === 'name'))?.text;
}

function titleOf(type: string, name: string | undefined): string {
  return name === undefined || type.includes(name) ? type : `${type} ${name}`;
}

/** Returns the source as a field, unless it is one of AWS's own, which the detail-type already names. */
function ownSource({ source }: ServiceEvent, { label }: Words): Field | undefined {
  return source.startsWith('aws.') ? undefined : field(label.service, source);
}

function tell(leaf: Leaf, context: RenderContext): readonly Told[] {
  const role = roleOf(leaf);
  const text = role === 'none' ? undefined : leafValue(leaf.key, leaf.value, context);
  return text === undefined ? [] : [{ ...leaf, role, text }];
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
    .sort((a, b) => (RANK[a.role] ?? 0) - (RANK[b.role] ?? 0) || a.depth - b.depth)
    .slice(0, MAX_FIELDS)
    .map((leaf) => field(labelOf(leaf, words), leaf.text));
}

function labelOf({ key, parent }: Leaf, words: Words): string {
  const own = keyWords(key);
  const full = BARE_KEY.test(own) && parent !== '' ? `${keyWords(parent)} ${own}` : own;
  const label = getOwn<string>(words.genericKey, full);
  const plain = full.replace(/(?<=.) arn$/, ''); // The value is its name by now.
  return label ?? `${plain.slice(0, 1).toUpperCase()}${plain.slice(1, 60)}`;
}

function linkOf({ resources, region }: ServiceEvent, told: readonly Told[]): string | undefined {
  const bucket = told.find(({ key, parent }) => key === 'name' && parent === 'bucket');
  const links = told.filter(({ role }) => role === 'link').map(({ text }) => safeAwsLink(text));
  return (
    resourceLink(resources[0] ?? '') ??
    consoleLink('s3', region, bucket?.text) ??
    links.find((link) => link !== undefined)
  );
}
