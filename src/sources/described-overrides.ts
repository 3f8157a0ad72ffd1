import { getOwn } from '../base/json.js';
import { shownWord } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';
import { FORMATS } from '../domain/format.js';
import type { Overrides } from '../domain/notification.js';
import type { Severity } from '../domain/severity.js';
import { readAttributeOverrides } from '../payloads/written/overrides.js';
import { severityOfWord } from '../verdict/severity-of-word.js';

/** The overrides that an alarm's description states, and its mistakes. */
export interface DescribedOverrides {
  readonly overrides: Overrides;
  readonly severity?: Severity;
  /** Words of the line that mean nothing: never a key, a mobile or an address. */
  readonly mistakes: readonly string[];
}

/** The name in the line of what is an attribute elsewhere, for values that a message must not repeat. */
const NAME_IN_LINE: Readonly<Record<string, string>> = { at_mobiles: 'at' };

/** Reads the overrides in a description. A mistake stops neither the alarm nor the other overrides. */
export function readDescribedOverrides(
  attributes: Readonly<Record<string, string>>,
  unknown: readonly string[],
): DescribedOverrides {
  const read = Object.entries(attributes).map(([name, value]) => readOne(name, value));
  const severity = read.find((one) => one.severity)?.severity;
  return {
    overrides: Object.assign({}, ...read.map((one) => one.overrides ?? {})),
    ...(severity && { severity }),
    mistakes: [...unknown, ...read.flatMap(({ mistake }) => mistake ?? [])],
  };
}

/** The statement of one word of the line. */
type ReadWord = Partial<Pick<DescribedOverrides, 'overrides' | 'severity'>> & { readonly mistake?: string };

function readOne(name: string, value: string): ReadWord {
  if (name === 'severity') {
    const severity = severityOfWord(value);
    return severity ? { severity } : { mistake: shown(name, value) };
  }
  if (name === 'format' && !FORMATS.some((format) => format === value)) return { mistake: shown(name, value) };
  try {
    return { overrides: readAttributeOverrides({ [name]: value }) };
  } catch (error) {
    if (error instanceof InvalidInputError) return { mistake: getOwn(NAME_IN_LINE, name) ?? name };
    throw error;
  }
}

/** `severity=critcal`: harmless words are shown with their value, so that the slip is seen. */
function shown(name: string, value: string): string {
  return `${name}=${shownWord(value)}`;
}
