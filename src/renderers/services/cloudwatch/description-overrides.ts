import { getOwn } from '../../../base/json.js';

/** The overrides in the last line of a description: `wecom: robot=dba at=王芳,13800138000,@all`. */
const LINE = /(?:^|\n)[ \t]*wecom[:：][ \t]*(\S[^\n]*)\s*$/i;
const PAIR = /(\w+)=(\S+)/g;

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
  const line = LINE.exec(description ?? '');
  if (!line || description === undefined) return { text: description, overrideAttributes: {} };
  const pairs = [...(line[1] ?? '').matchAll(PAIR)].flatMap(([, key = '', value = '']) => {
    const attribute = getOwn(ATTRIBUTE_OF, key.toLowerCase());
    return attribute ? [[attribute, value] as const] : [];
  });
  return { text: description.slice(0, line.index).trim() || undefined, overrideAttributes: Object.fromEntries(pairs) };
}
