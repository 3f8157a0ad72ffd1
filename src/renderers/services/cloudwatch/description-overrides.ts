import { getOwn } from '../../../base/json.js';
import { shownWord } from '../../../base/quote.js';

/** The overrides in the last line of a description: `wecom: robot=dba at=王芳,13800138000,@all severity=P2`. */
const START = /^[ \t]*wecom[:：]/i;

/** The line's keys, as message attributes spell them. */
const ATTRIBUTE_OF: Readonly<Record<string, string>> = {
  robot: 'robot',
  at: 'at_mobiles',
  format: 'format',
  severity: 'severity',
};

/** Most unknown words that are kept. */
const MAX_UNKNOWN = 5;

/** A description for people to read, and the overrides in its last line: routing without a deploy. */
export interface Description {
  readonly text: string | undefined;
  /** Named as SNS message attributes are; unchecked. */
  readonly overrideAttributes: Readonly<Record<string, string>>;
  /** Keys that the line may not have, and words that are no `key=value`. */
  readonly unknownOverrides: readonly string[];
}

/** Takes the line off the description. */
export function readDescription(description: string | undefined): Description {
  const whole = description?.trimEnd() ?? '';
  const lineAt = whole.lastIndexOf('\n') + 1;
  const words = overridesIn(whole.slice(lineAt));
  if (words === undefined) return { text: description, overrideAttributes: {}, unknownOverrides: [] };
  const read = words.map(readWord);
  return {
    text: whole.slice(0, lineAt).trim() || undefined,
    overrideAttributes: Object.fromEntries(read.flatMap((one) => (typeof one === 'string' ? [] : [one]))),
    unknownOverrides: read.filter((one) => typeof one === 'string').slice(0, MAX_UNKNOWN),
  };
}

/** Returns the words after `wecom:`, or `undefined` if the line has no such start or nothing after it. */
function overridesIn(line: string): readonly string[] | undefined {
  const start = START.exec(line)?.[0];
  const words = start === undefined ? [] : line.slice(start.length).split(/\s+/).filter(Boolean);
  return words.length > 0 ? words : undefined;
}

/** Returns the attribute of a word `key=value`, or the part of it that means nothing, fit to be shown. */
function readWord(word: string): readonly [attribute: string, value: string] | string {
  const [key = '', ...values] = word.split('=');
  const [attribute, value] = [getOwn(ATTRIBUTE_OF, key.toLowerCase()), values.join('=')];
  return attribute && value ? [attribute, value] : shownWord(key || word);
}
