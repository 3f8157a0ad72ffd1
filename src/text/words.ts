import { en } from './en/en.js';
import { zhCN } from './zh-CN/zh-CN.js';

/** The shape of a catalogue: a language that lacks one of its strings does not compile. */
export type Words = typeof zhCN;

/** The name of a value. */
export type Label = keyof Words['label'];

/** The state of what a message is about. */
export type Status = keyof Words['status'];

/** The kind of thing that a message is about. */
export type ResourceKind = keyof Words['resourceKind'];

/** The languages that messages can be written in. A new one needs its folder and a line here. */
const CATALOGUES = {
  'zh-CN': zhCN,
  en,
} as const satisfies Readonly<Record<string, Words>>;

/** A language that messages can be written in. */
export type Language = keyof typeof CATALOGUES;

/** Every language, the default one first. */
export const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[] as readonly [Language, ...Language[]];

/** Returns the catalogue of a language. */
export function wordsOf(language: Language): Words {
  return CATALOGUES[language];
}
