import { fileURLToPath } from 'node:url';
import type { Language } from '../../src/text/words.js';
import { SECTIONS } from './rows.js';

const inDocs = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

/** The page's file in each language. */
export const ERRORS_FILES: Readonly<Record<Language, string>> = {
  'zh-CN': inDocs('errors.zh-CN.md'),
  en: inDocs('errors.md'),
};

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '# 错误一览',
    '[English](errors.md)',
    '用户会遇到的错误、原因和对策；`…` 是因情况而异的内容。由 `npm run errors` 生成，每一行都有一个测试真的引发它。不在其中的，请[告诉我们](../CONTRIBUTING.zh-CN.md#报告)。',
  ],
  en: [
    '# Every error, and what to do',
    '[中文](errors.zh-CN.md)',
    '`…` stands for what differs from case to case. Written by `npm run errors`; for each row a test provokes the error. One that is missing: [tell us](../CONTRIBUTING.md#report).',
  ],
};
const COLUMNS: Readonly<Record<Language, string>> = {
  'zh-CN': '| 错误 | 原因 | 怎么办 |',
  en: '| error | cause | what to do |',
};

/** Returns the page of errors in a language. */
export function errorsPage(language: Language): string {
  const sections = SECTIONS.map(({ title, rows }) =>
    [
      `## ${title[language]}\n`,
      COLUMNS[language],
      '|---|---|---|',
      ...Object.values(rows).map(
        ({ message, cause, remedy }) =>
          `| \`${cell(message)}\` | ${cell(cause[language])} | ${cell(remedy[language])} |`,
      ),
    ].join('\n'),
  );
  return `${[...HEADS[language], ...sections].join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
