import { resourceName } from '../../aws/arn.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { keyWords } from '../../base/key-words.js';
import type { Assessment } from '../../verdict/verdict.js';
import { looksRandom } from './random-id.js';
import type { Told } from './told.js';

/** Keys of people and of what everything belongs to: they are not what an event is about. */
const NOBODY_ASKED =
  /^(sender|actor|agent|user|author|creator|owner|account|organi[sz]ation|enterprise|team|teams|metadata|customer|assignee|assignees|committer|head commit|commit|installation|workflow|escalation policy|impacted|priority|severity|first trigger log entry)$/;

/** Keys of what holds the thing an event is about, and belongs into the first line with it. */
const CONTAINER = /^(repository|repo|project|pipeline|application|app|monitor|namespace)$/;

/** Keys whose text names the thing if nothing is called a name. */
const THING =
  /^(job|task|alarm|device|application|app|function|function name|check|monitor|rule|pipeline|project|instance|host|hostname|domain|database|queue|table|bucket)$/;

/** Returns the name of the thing an event is about, with that of what holds it: names and titles before ids. */
export function genericName(
  { resources }: ServiceEvent,
  told: readonly Told[],
  judgement: Assessment,
): string | undefined {
  const name = resourceIn(resources) ?? ownName(told) ?? nameOfDecided(told, judgement) ?? innerName(told);
  const container = told.find(({ key, isReference }) => isReference && CONTAINER.test(keyWords(key)))?.text;
  if (container === undefined || name === undefined) return name ?? container;
  return name.includes(container) ? name : `${container} ${name}`;
}

function resourceIn(resources: readonly string[]): string | undefined {
  const names = resources.map(resourceName);
  return names.find((name) => name !== '' && !looksRandom(name));
}

/** The event's own title, else its name, else its own id (`orderId`), else what a key of a thing says. */
function ownName(told: readonly Told[]): string | undefined {
  const own = told.filter(({ depth, isReference }) => depth === 0 && !isReference);
  const found =
    own.find(({ role }) => role === 'title') ??
    own.find(({ role, key }) => role === 'name' && !/\b(id|group name)$/.test(keyWords(key))) ??
    own.find(({ key, role }) => role === 'number' && /^number$|order number|invoice number/.test(keyWords(key))) ??
    own.find(({ key }) => /\bid$/.test(keyWords(key)) && !/\b(type|user|tiny) id$/.test(keyWords(key))) ??
    own.find(({ key }) => THING.test(keyWords(key)));
  return found?.text;
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
  return reference?.text ?? (numbered && `#${numbered.text}`);
}

function innerName(told: readonly Told[]): string | undefined {
  const inner = told.filter(({ isReference, role }) => isReference || role === 'name');
  return (inner.find(({ key }) => !NOBODY_ASKED.test(keyWords(key))) ?? inner[0])?.text;
}
