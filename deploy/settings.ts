import type { Setting } from './setting-rule.js';
import type { RULES } from './setting-rules.js';

/** The block at the top of serverless.yml, checked. */
export type Settings = { readonly [Name in keyof typeof RULES]: Meaning<(typeof RULES)[Name]> };
type Meaning<Row> = Row extends Setting<infer T> ? Exclude<T, undefined> : never;
