import type { JsonObject } from '../../src/base/json.js';

/**
 * Answers to requests, by the name of their operation. Each throws `CloudWatchError` if CloudWatch would answer with an error.
 */
export type Answers = Readonly<Record<string, (asked: JsonObject) => JsonObject>>;
