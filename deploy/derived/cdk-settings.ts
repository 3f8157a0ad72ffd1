import { ROWS } from '../setting-rules.js';
import { SETTING_TEXTS } from '../setting-texts.js';
import { givenType, literal } from './given-type.js';

/** Longest line of code, characters. */
const MAX_WIDTH = 120;

const HEAD = `// Written from deploy/setting-rules.ts and deploy/setting-texts.ts: npx vitest run test/deploy/derived.test.ts --update

/** The settings, each with the values that it allows and its default. */
export interface WecomRobotSettings {
`;

/** Returns the file with the type of the settings that the construct for CDK takes. */
export function cdkSettings(): string {
  const texts = new Map(Object.entries(SETTING_TEXTS));
  const properties = ROWS.map(([name, { allowed, form, default: byDefault }]) => {
    const sentences = `${texts.get(name)?.en ?? ''} Must be ${allowed}.`;
    return [
      '  /**',
      ...wrapped(sentences).map((line) => `   * ${line}`),
      `   * @default ${literal(byDefault)}`,
      '   */',
      ...property(name, givenType(form)),
    ].join('\n');
  });
  return `${HEAD}${properties.join('\n')}\n}\n`;
}

/** Returns the lines of a property, as Biome formats it: the members of a long union on lines of their own. */
function property(name: string, type: string): readonly string[] {
  const line = `  readonly ${name}?: ${type} | undefined;`;
  if (line.length <= MAX_WIDTH) return [line];
  const [, before = '', members = '', after = ''] = /^(readonly \()?(.*?)(\)\[\])?$/.exec(type) ?? [];
  if (before) {
    const rows = members.split(' | ').map((member) => `        | ${member}`);
    return [`  readonly ${name}?:`, `    | ${before}`, ...rows, `      ${after}`, '    | undefined;'];
  }
  const rows = [...members.split(' | '), 'undefined'].map((member) => `    | ${member}`);
  return [`  readonly ${name}?:`, ...rows.slice(0, -1), `${rows.at(-1)};`];
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length + 6 <= MAX_WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
