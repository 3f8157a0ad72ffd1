import { isObject, type JsonObject, objectAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import type { Words } from '../../../text/words.js';
import { field } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import { type Permission, permissionsIn, permissionText } from './permission.js';

/** The changed properties of a resource: rules of a security group in words, all else as `key：old → new`. */
export interface Changes {
  readonly added: readonly Permission[];
  readonly removed: readonly Permission[];
  readonly others: readonly (readonly [key: string, before: string, after: string])[];
}

/** Most changed properties that are read: a resource that was created anew may list hundreds. */
const MOST_READ = 50;

/** Properties whose values are secrets, or too long for a line. */
const UNTOLD = /environment|password|secret|token|credential|user-?data|policy/i;

/** Keys that name what an object is, the more exact first. */
const NAMES = ['resourceName', 'resourceId', 'groupId', 'value', 'id', 'name'];

/** Longest value that is shown, in characters. */
const MAX_CHARACTERS = 40;

/** Returns the changes of a message: what AWS Config counts as `Configuration.IpPermissions.0`, old and new. */
export function changesOf(message: JsonObject): Changes {
  const properties = objectAt(message, 'configurationItemDiff', 'changedProperties');
  const rows = Object.entries(properties)
    .slice(0, MOST_READ)
    .map(([key, change]) => rowOf(key, change));
  return {
    added: rows.flatMap((row) => row.added),
    removed: rows.flatMap((row) => row.removed),
    others: rows.flatMap((row) => row.others),
  };
}

function rowOf(key: string, change: unknown): Changes {
  const [before, after] = [partOf(change, 'previousValue'), partOf(change, 'updatedValue')];
  const [removed, added] = [permissionsIn(key, before), permissionsIn(key, after)];
  if (removed.length + added.length > 0) return { added, removed, others: [] };
  const short = key.replace(/^(Configuration|SupplementaryConfiguration)\./, '');
  const values = UNTOLD.test(key) ? (['', ''] as const) : ([shown(before), shown(after)] as const);
  return { added, removed, others: [[short, ...values]] };
}

function partOf(change: unknown, key: string): unknown {
  return isObject(change) ? change[key] : undefined;
}

/** Returns a value that has room on a line, or nothing. */
function shown(value: unknown): string {
  const text = firstText({ value }, 'value') ?? firstText(value, NAMES) ?? '';
  return text.length > MAX_CHARACTERS || text.startsWith('{') ? '' : text;
}

/** Returns true if a rule that lets everybody in was added. */
export function opensToWorld({ added }: Changes): boolean {
  return added.some(({ inbound, peers }) => inbound && peers.some((peer) => EVERYBODY.has(peer)));
}

const EVERYBODY: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/** Returns the lines about the changes: rules added, rules removed, all else. */
export function changeFields({ added, removed, others }: Changes, words: Words): readonly (Field | undefined)[] {
  const { label } = words;
  const told = (rules: readonly Permission[]) => rules.map((rule) => permissionText(rule, words));
  return [
    field(label.added, summarizeList(told(added), words)),
    field(label.removed, summarizeList(told(removed), words)),
    field(
      label.changed,
      summarizeList(
        others.map(([key, before, after]) => changeText(key, before, after, words)),
        words,
      ),
    ),
  ];
}

function changeText(key: string, before: string, after: string, { colon, security }: Words): string {
  if (before === '' && after === '') return key;
  return `${key}${colon}${before || security.nothingFound} → ${after || security.nothingFound}`;
}
