import { CATALOGUES } from './catalogues.js';
import type { zhCN } from './zh-CN/zh-CN.js';

/** The shape of a catalogue: a language that lacks one of its strings does not compile. */
export type Words = typeof zhCN;

/** The name of a value. */
export type Label = keyof Words['label'];

/** The state of what a message is about. */
export type Status = keyof Words['status'];

/** The kind of thing that a message is about. */
export type ResourceKind = keyof Words['resourceKind'];

/** Every language that messages can be written in, the default one first. A new one needs its folder, and a line in `catalogues.ts`. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** A language that messages can be written in. */
export type Language = (typeof LANGUAGES)[number];

/** Returns the catalogue of a language. The deployed function has only that of its settings. */
export function wordsOf(language: Language): Words {
  const catalogues: Readonly<Record<Language, Words>> = CATALOGUES;
  return catalogues[language];
}
