import { resourceName } from '../../aws/arn.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { keyWords } from '../../base/key-words.js';
import type { Assessment } from '../../verdict/assessment.js';
import { looksRandom } from './random-id.js';
import type { Told } from './told.js';

/** Keys of people and of what everything belongs to: they are not what an event is about. */
const NOBODY_ASKED =
  /^(sender|actor|agent|user|author|creator|owner|account|organi[sz]ation|enterprise|team|teams|metadata|customer|assignee|assignees|committer|head commit|commit|installation|workflow|escalation policy|impacted|priority|severity|first trigger log entry)$/;

/** Keys of what holds the thing an event is about, and belongs into the first line with it. */
const CONTAINER = /^(repository|repo|project|pipeline|application|app|monitor|namespace)$/;

/** Keys whose text names the thing if nothing is called a name: what was done or measured, before the place of it. */
const THINGS: readonly RegExp[] = [
  /^(job|task|alarm|check|monitor|rule|alert rule|pipeline|workflow|suite|backup|command|slo|release|feature|device)$/,
  /^(service|application|app|function|component|module|process|project|deployment|topic|queue|table|bucket|database|domain|endpoint|file)$/,
];
const PLACES: readonly RegExp[] = [/^(instance|host|hostname|node|pod|server|cluster)$/];

/** Names of what an alert is called, before any other, and of what many things share, after any other. */
const ALERT =
  /^(alert|alarm|rule|check|monitor|policy|strategy|problem|issue|incident|job|task)( (friendly|display|rule))? name$/;
const SHARED =
  /^(\w+ )?(cluster|tenant|space|group|environment|env|workspace|namespace|biz|org|stage|user|team|region)( display)? name$/;

/** Returns the name of the thing an event is about, with that of what holds it. */
export function genericName(
  { resources }: ServiceEvent,
  told: readonly Told[],
  judgement: Assessment,
): string | undefined {
  const name =
    resourceIn(resources) ?? ownName(told) ?? nameOfDecided(told, judgement) ?? innerName(told) ?? anyName(told);
  const container = told.find(({ key, isReference }) => isReference && CONTAINER.test(keyWords(key)))?.text;
  const around = container ?? (isNumber(name ?? '') ? told.find(isContainerName)?.text : undefined);
  if (around === undefined || name === undefined) return name ?? around;
  return name.includes(around) ? name : `${around} ${name}`;
}

/** A name of what holds the thing: `projectName`. */
function isContainerName({ key }: Told): boolean {
  return /^(project|repository|pipeline|workflow) name$/.test(keyWords(key));
}

function resourceIn(resources: readonly string[]): string | undefined {
  const names = resources.map(resourceName);
  return names.find((name) => name !== '' && !looksRandom(name));
}

/** The event's own title, else its name, else its own id (`orderId`), else what a key of a thing says, else a number of its own. */
function ownName(told: readonly Told[]): string | undefined {
  const own = told.filter(({ depth, isReference }) => depth === 0 && !isReference);
  const names = namesIn(own);
  const telling = idsIn(own).filter((id) => !isNumber(id.text) && id.text.length <= MAX_ID && !isOfNamed(id, told));
  const found =
    own.find(({ role }) => role === 'title') ??
    names.find(({ key }) => ALERT.test(keyWords(key))) ??
    names.find(({ key }) => !SHARED.test(keyWords(key))) ??
    own.find(({ key, role }) => role === 'number' && /^number$|order number|invoice number/.test(keyWords(key))) ??
    telling.find(({ key }) => keyWords(key) !== 'id') ??
    firstThing(own, THINGS) ??
    telling[0] ??
    firstThing(own, PLACES);
  return found?.text;
}

/** The name of what many things share, or a number, if nothing else names it. */
function anyName(told: readonly Told[]): string | undefined {
  const own = told.filter(({ depth, isReference }) => depth === 0 && !isReference);
  const inner = told.find(({ isReference }) => isReference);
  return (namesIn(own)[0] ?? idsIn(own)[0] ?? inner)?.text;
}

function namesIn(own: readonly Told[]): readonly Told[] {
  return own.filter(({ role, key }) => role === 'name' && !/\b(id|group name)$/.test(keyWords(key)));
}

function idsIn(own: readonly Told[]): readonly Told[] {
  return own.filter(({ key }) => /\bid$/.test(keyWords(key)) && !/\b(type|user|tiny) id$/.test(keyWords(key)));
}

/** Returns true for the id of something whose name is told: `alert_group_id` beside `alert_group`. */
function isOfNamed({ key }: Told, told: readonly Told[]): boolean {
  return told.some((other) => other.isReference && `${keyWords(other.key)} id` === keyWords(key));
}

/** Longest id that names something, in characters: a longer one is a path of a program. */
const MAX_ID = 60;

function isNumber(text: string): boolean {
  return /^[-#]?\d+$/.test(text);
}

function firstThing(own: readonly Told[], patterns: readonly RegExp[]): Told | undefined {
  const things = own.filter(({ text }) => !isNumber(text));
  return patterns
    .map((pattern) => things.find(({ key }) => pattern.test(keyWords(key))))
    .find((one) => one !== undefined);
}

/** The name of the object whose state decided. */
function nameOfDecided(told: readonly Told[], { sign }: Assessment): string | undefined {
  const decided = told.find(
    ({ key, value }) => sign !== undefined && key === sign.key && String(value).trim() === sign.text,
  );
  if (decided === undefined) return undefined;
  const reference = told.find(
    ({ key, depth, isReference }) => isReference && key === decided.parent && depth === decided.depth - 1,
  );
  const numbered = told.find(
    ({ key, owner, role }) => role === 'number' && owner === decided.owner && /^(\w+ )?number$/.test(keyWords(key)),
  );
  if (reference !== undefined || numbered === undefined) return reference?.text;
  const number = /^\d/.test(numbered.text) ? `#${numbered.text}` : numbered.text;
  const name = told.find(
    ({ key, owner, role }) => role === 'name' && owner === decided.owner && !/\bid$/.test(keyWords(key)),
  );
  return name === undefined ? number : `${name.text} ${number}`;
}

function innerName(told: readonly Told[]): string | undefined {
  const inner = told.filter(
    ({ isReference, role, depth }) => isReference || (depth > 0 && (role === 'name' || role === 'title')),
  );
  return inner.find(({ key }) => !NOBODY_ASKED.test(keyWords(key)) && !SHARED.test(keyWords(key)))?.text;
}
