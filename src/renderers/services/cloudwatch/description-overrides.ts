import { getOwn } from '../../../base/json.js';

/** The overrides in the last line of a description: `wecom: robot=dba at=王芳,13800138000,@all`. */
const START = /^[ \t]*wecom[:：]/i;

/** The line's keys, as message attributes spell them. */
const ATTRIBUTE_OF: Readonly<Record<string, string>> = {
  robot: 'robot',
  at: 'at_mobiles',
  format: 'format',
  severity: 'severity',
};

/** A description for people to read, and the overrides in its last line: routing without a deploy. */
export interface Description {
  readonly text: string | undefined;
  /** Named as SNS message attributes are; unchecked. */
  readonly overrideAttributes: Readonly<Record<string, string>>;
}

/** Takes the line off the description. */
export function readDescription(description: string | undefined): Description {
  const whole = description?.trimEnd() ?? '';
  const lineAt = whole.lastIndexOf('\n') + 1;
  const overrides = overridesIn(whole.slice(lineAt));
  if (overrides === undefined) return { text: description, overrideAttributes: {} };
  const pairs = overrides.flatMap((word) => {
    const [key = '', ...values] = word.split('=');
    const [attribute, value] = [getOwn(ATTRIBUTE_OF, key.toLowerCase()), values.join('=')];
    return attribute && value ? [[attribute, value] as const] : [];
  });
  return { text: whole.slice(0, lineAt).trim() || undefined, overrideAttributes: Object.fromEntries(pairs) };
}

/** Returns the words after `wecom:`, or `undefined` if the line has no such start or nothing after it. */
function overridesIn(line: string): readonly string[] | undefined {
  const start = START.exec(line)?.[0];
  const words = start === undefined ? [] : line.slice(start.length).split(/\s+/).filter(Boolean);
  return words.length > 0 ? words : undefined;
}
