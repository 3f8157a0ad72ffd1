/** The fields of a form. A field that stands several times holds the list of its values. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Fields that only a form of ours has. */
const OWN_FIELDS = ['push_message', 'pushMessage', 'payload'] as const;

/** A pair of a form, with the name as programs write it. */
const PAIR = /^[\w.[\]%-]+=/;

/** Parses a form. Returns `undefined` for a text that is not a form: `curl -d` calls everything a form. */
export function parseForm(text: string): FormFields | undefined {
  const pairs = new URLSearchParams(text);
  const isForm = OWN_FIELDS.some((field) => pairs.has(field)) || isWrittenByProgram(text);
  return isForm ? formFields([...pairs]) : undefined;
}

/** Returns false if a name, a percent sign or white space stands as only a person writes it: `cpu=93% on web-1`. */
function isWrittenByProgram(text: string): boolean {
  const pairs = text.split('&');
  const [, ...escapes] = text.split('%');
  return (
    pairs.every((pair) => PAIR.test(pair)) &&
    escapes.every((digits) => /^[0-9a-f]{2}/i.test(digits)) &&
    (pairs.length > 1 || !/\s/.test(text))
  );
}

/** Returns the fields of these pairs, a repeated one as a list. */
export function formFields(pairs: readonly (readonly [name: string, value: string])[]): FormFields {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]));
}
