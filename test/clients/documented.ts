import { readFileSync } from 'node:fs';

const PAGE = readFileSync(new URL('../../docs/http-door.md', import.meta.url), 'utf8');

/**
 * Returns a block of code of docs/http-door.md, so that what a reader pastes is what runs.
 * @param section its heading.
 * @throws {Error} If there is no such block.
 */
export function documented(section: string, language: string): string {
  const [, text = ''] = PAGE.split(`\n## ${section}\n`);
  const [, block] = text.split('\n## ')[0]?.split(`\n\`\`\`${language}\n`) ?? [];
  if (block === undefined) {
    throw new Error(
      `Cannot find code as docs/http-door.md must hold it: current section is ${section}, language ${language}`,
    );
  }
  return block.split('\n```')[0] ?? '';
}
