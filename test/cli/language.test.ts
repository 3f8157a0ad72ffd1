import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/cli/language.js';
import { terminalOf } from '../../src/cli/terminal.js';
import type { Language } from '../../src/text/words.js';

type Variables = Readonly<Record<string, string>>;

describe('languageOf', () => {
  it.each<[Language, string, readonly string[], Variables]>([
    ['zh-CN', 'LANG is Chinese', [], { LANG: 'zh_TW.UTF-8' }],
    ['en', 'LANG is English', [], { LANG: 'en_US.UTF-8' }],
    ['en', 'LANG is just en', [], { LANG: 'en' }],
    ['en', 'LANG is a language that is not ours', [], { LANG: 'de_DE.UTF-8' }],
    ['en', 'LC_ALL is English beside a Chinese LANG', [], { LC_ALL: 'en_GB', LANG: 'zh_CN.UTF-8' }],
    ['en', 'LC_MESSAGES is, and LC_ALL is empty', [], { LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'zh_CN.UTF-8' }],
    ['zh-CN', '--language says so', ['--language', 'zh-CN'], { LANG: 'en_US.UTF-8' }],
    ['en', '--language=en says so', ['--language=en'], { LANG: 'zh_CN.UTF-8' }],
    ['en', '--language is not ours, and LANG is English', ['--language', 'fr'], { LANG: 'en_US.UTF-8' }],
  ])('is %s, whatever the default, if %s', (language, _, argv, env) => {
    expect([languageOf(argv, { env }, 'en'), languageOf(argv, { env }, 'zh-CN')]).toEqual([language, language]);
  });

  it.each<[string, Variables]>([
    ['nothing is set', {}],
    ['LANG is C', { LANG: 'C.UTF-8' }],
    ['LANG is POSIX', { LANG: 'POSIX' }],
    ['LC_ALL is C beside an English LANG', { LC_ALL: 'C', LANG: 'en_US.UTF-8' }],
  ])('is the default, Chinese unless another is given, if %s', (_, env) => {
    expect([languageOf([], { env }), languageOf([], { env }, 'en')]).toEqual(['zh-CN', 'en']);
  });

  it("is the system's if no variable is set, as on Windows", () => {
    const of = (systemLocale: string, env: Variables = {}) => languageOf([], { env, systemLocale });
    expect([of('zh-CN'), of('zh-Hans-CN'), of('en-GB'), of('ja-JP'), of('en-GB', { LANG: 'zh_CN.UTF-8' })]).toEqual([
      ...['zh-CN', 'zh-CN', 'en', 'en', 'zh-CN'],
    ]);
  });
});

describe('terminalOf', () => {
  it("has the system's locale on Windows only: elsewhere it is a default of ICU's, which nobody chose", () => {
    expect(terminalOf({ env: {}, platform: 'win32' }).systemLocale).toMatch(/^[a-z]{2}/);
    expect(terminalOf({ env: {}, platform: 'linux' }).systemLocale).toBeUndefined();
  });
});
