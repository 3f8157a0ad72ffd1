/** Shortest secret that is masked, in characters. A shorter one may be part of any word. */
const MIN_SECRET = 8;
const MASK = '***';

/** Masks secrets in a text that it did not write itself. */
export type Mask = (text: string) => string;

/** Secrets that the process has read, to be masked wherever it writes. */
export interface KnownSecrets {
  /** Adds secrets. What was one stays one: a key that was replaced may still work. */
  learn(secrets: readonly string[]): void;
  /**
   * Masks each known secret in a text: as it is, percent-encoded, escaped as JSON does (twice, too), and in base64 together with
   * whatever stands around it, as Basic credentials have it; in capitals and small letters.
   */
  readonly mask: Mask;
}

/** Creates an empty list of secrets. */
export function createKnownSecrets(): KnownSecrets {
  const known = new Set<string>();
  let forms: readonly string[] = [];
  return {
    learn(secrets) {
      const before = known.size;
      for (const secret of secrets) if (secret.length >= MIN_SECRET) known.add(secret);
      if (known.size > before)
        forms = [...new Set([...known].flatMap(formsOf))].sort((one, other) => other.length - one.length);
    },
    mask(text) {
      if (text.length < MIN_SECRET) return text;
      return withoutForms(text, forms);
    },
  };
}

/** Returns a secret as it may be written, in small letters. */
function formsOf(secret: string): readonly string[] {
  const escaped = escapedIn(secret);
  const forms = [secret, encodeURIComponent(secret), escaped, escapedIn(escaped), ...base64Of(secret)];
  return forms.map(folded);
}

function escapedIn(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * Returns the characters of base64 that a text decides alone, wherever it begins: three bytes are four characters, so there are
 * three ways.
 */
function base64Of(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((before) => {
    const start = Math.ceil((before * 4) / 3);
    const end = Math.floor(((before + bytes.length) * 4) / 3);
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(start, end);
    return encoded.length < MIN_SECRET ? [] : [encoded, encoded.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Returns a text in small letters, of the same length. */
function folded(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase();
}

/** Masks the forms of secrets in a text. Most texts hold none, so that they are put in small letters once. */
function withoutForms(text: string, forms: readonly string[]): string {
  let [masked, small] = [text, folded(text)];
  for (const form of forms) {
    if (!small.includes(form)) continue;
    masked = withoutForm(masked, small, form);
    small = folded(masked);
  }
  return masked;
}

function withoutForm(text: string, small: string, form: string): string {
  let [masked, from] = ['', 0];
  for (let at = small.indexOf(form); at >= 0; at = small.indexOf(form, from)) {
    masked += text.slice(from, at) + MASK;
    from = at + form.length;
  }
  return masked + text.slice(from);
}
