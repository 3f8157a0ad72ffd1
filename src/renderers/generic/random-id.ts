import { keyWords } from '../../base/key-words.js';

/** Keys whose values may be for programs only. */
const ID_KEY = /\b(id|ids|uuid|guid|key|sha|commit|hash|customer|invoice|charge|object|subscription)$/;

/** Ids that programs make: a UUID, hexadecimal, a prefix with letters and digits in no order, capitals with digits. */
const RANDOM = [
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?:-\d+)?$/i,
  /^[\da-f]{7,}$/i,
  /^\/subscriptions\//,
  /^[a-z]{2,6}_[A-Za-z\d]{6,}$/,
  /^[A-Z\d]{6,}$/,
  /^[A-Za-z\d]{10,}={0,2}$/,
  /^[a-z]{3,6}-[a-z]?[A-Z][A-Za-z\d]*$/,
];

/** Returns true for an id that says nothing to a person. Numbers and names are no such ids, AWS's own (`i-0a1b…`) neither. */
export function isRandomId(key: string, value: string): boolean {
  if (!ID_KEY.test(keyWords(key))) return false;
  return looksRandom(value);
}

/** Returns true for a text that a program made: letters and digits in no order. */
export function looksRandom(value: string): boolean {
  if (/^\d+$/.test(value)) return false;
  const isMixed = /\d/.test(value) || /[a-z][A-Z]/.test(value) || /_[A-Z]/.test(value);
  return isMixed && RANDOM.some((pattern) => pattern.test(value));
}
