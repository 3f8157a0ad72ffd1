/** Longest value, in characters: a longer one is no name and no state. */
const MAX_VALUE = 400;

/**
 * Returns the values of a template's placeholders if a text begins as the template says: `Build '{id}' is {status}`. A value ends
 * where the template goes on, the last one of a template that ends with it at the next space. `undefined` if the text is another.
 * Takes time in proportion to the text.
 */
export function matchTemplate(template: string, text: string): Readonly<Record<string, string>> | undefined {
  const [start = '', ...parts] = template.split('{');
  if (!text.startsWith(start)) return undefined;
  const values: Record<string, string> = {};
  let at = start.length;
  for (const part of parts) {
    const [name = '', literal = ''] = part.split('}');
    const end = endOf(text, at, literal);
    if (end <= at || end - at > MAX_VALUE) return undefined;
    values[name] = text.slice(at, end);
    at = end + literal.length;
  }
  return values;
}

function endOf(text: string, from: number, literal: string): number {
  if (literal !== '') return text.indexOf(literal, from);
  const length = text.slice(from, from + MAX_VALUE + 1).search(/\s/);
  return length < 0 ? text.length : from + length;
}
