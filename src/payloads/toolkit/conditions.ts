/**
 * A condition on a value: `true` if it must be there, `false` if it must not, else the texts of which it must be one. A text
 * that ends in `*` stands for all that begin like it. Of a list, one element is enough.
 */
export type Condition = boolean | string | readonly string[];

/** Conditions by the path or the name of what they are about. All must hold. */
export type Conditions = Readonly<Record<string, Condition>>;

/** Returns true if every condition holds. */
export function allHold(conditions: Conditions, read: (name: string) => unknown): boolean {
  return Object.entries(conditions).every(([name, condition]) => isMet(condition, read(name)));
}

/** Returns true if a text is the wanted one, or begins like it if that ends in `*`. */
export function fits(wanted: string, text: string): boolean {
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
}

function isMet(condition: Condition, value: unknown): boolean {
  const isThere = value !== undefined && value !== null;
  if (typeof condition === 'boolean') return isThere === condition;
  if (Array.isArray(value)) return value.flat().some((element) => isMet(condition, element));
  if (!isThere || typeof value === 'object') return false;
  const text = String(value);
  return typeof condition === 'string' ? fits(condition, text) : condition.some((wanted) => fits(wanted, text));
}
