import { fileURLToPath } from 'node:url';
import type { Language } from '../../src/text/words.js';
import { FIRST_STEP, NOT_ARRIVED } from './not-arrived.js';
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
    '在本页搜索错误的前几个词。`…` 是因情况而异的内容。由 `npm run errors` 生成，每个错误都有一个测试真的引发它。不在其中的，请[告诉我们](../CONTRIBUTING.zh-CN.md#报告)。',
  ],
  en: [
    '# Every error, and what to do',
    '[中文](errors.zh-CN.md)',
    'Search this page for the first words of the error. `…` stands for what differs from case to case. Written by `npm run errors`; a test provokes each error. One that is missing: [tell us](../CONTRIBUTING.md#report).',
  ],
};
const NOT_ARRIVED_TITLE: Readonly<Record<Language, string>> = {
  'zh-CN': '## 为什么没有收到消息？',
  en: '## Why did my message not arrive?',
};
const SEEN_COLUMNS: Readonly<Record<Language, string>> = {
  'zh-CN': '| 看到的 | 原因 | 怎么办 |',
  en: '| what you see | cause | what to do |',
};
const COLUMNS: Readonly<Record<Language, string>> = {
  'zh-CN': '| 错误 | 原因 | 怎么办 |',
  en: '| error | cause | what to do |',
};

/** Returns the page of errors in a language. */
export function errorsPage(language: Language): string {
  const sections = SECTIONS.map(({ title, rows }) => {
    const lines = Object.values(rows).map((one) =>
      line(`\`${one.message[language]}\``, one.cause[language], one.remedy[language]),
    );
    return `## ${title[language]}\n\n${table(COLUMNS[language], lines)}`;
  });
  return `${[...HEADS[language], NOT_ARRIVED_TITLE[language], FIRST_STEP[language], symptoms(language), ...sections].join('\n\n')}\n`;
}

function symptoms(language: Language): string {
  const lines = NOT_ARRIVED.map(({ seen, cause, remedy }) => line(seen[language], cause[language], remedy[language]));
  return table(SEEN_COLUMNS[language], lines);
}

function table(columns: string, lines: readonly string[]): string {
  return [columns, '|---|---|---|', ...lines].join('\n');
}

function line(...cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
