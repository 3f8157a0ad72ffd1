/**
 * A condition on a value: `true` if it must be there, `false` if it must not, `null` if it must be there and be null, else the
 * texts of which it must be one. A `*` at the end or the beginning of a text stands for anything. Of a list, one element is
 * enough.
 */
export type Condition = boolean | null | string | readonly string[];

/** Conditions by the path or the name of what they are about. All must hold. */
export type Conditions = Readonly<Record<string, Condition>>;

/** Returns true if every condition holds. */
export function allHold(conditions: Conditions, read: (name: string) => unknown): boolean {
  return Object.entries(conditions).every(([name, condition]) => isMet(condition, read(name)));
}

/** Returns true if a text is the wanted one; before and after it may stand anything if a `*` is there. */
export function fits(wanted: string, text: string): boolean {
  const [isEnd, isStart] = [wanted.startsWith('*'), wanted.endsWith('*')];
  const part = wanted.slice(isEnd ? 1 : 0, isStart ? -1 : undefined);
  if (isEnd && isStart) return text.includes(part);
  if (isEnd) return text.endsWith(part);
  return isStart ? text.startsWith(part) : text === wanted;
}

function isMet(condition: Condition, value: unknown): boolean {
  if (condition === null) return value === null;
  const isThere = value !== undefined && value !== null;
  if (typeof condition === 'boolean') return isThere === condition;
  if (Array.isArray(value)) return value.flat().some((element) => isMet(condition, element));
  if (!isThere || typeof value === 'object') return false;
  const text = String(value);
  return typeof condition === 'string' ? fits(condition, text) : condition.some((wanted) => fits(wanted, text));
}
