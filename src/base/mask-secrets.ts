import {
  isIssuedToken,
  isSecretName,
  isToldSecret,
  MIN_TOKEN,
  secretNameIn,
  secretPathIn,
  toldNameIn,
} from './secret-shapes.js';

/** A mainland China mobile, with or without its country code. */
const MOBILE = /^(?:86)?1[3-9]\d{9}$/;

/** Masks tokens, signatures in addresses, and mobiles (`138****5678`) in a text: a group of many people reads it. */
export function maskSecrets(text: string): string {
  let before: Before = 'nothing';
  const masked = text.replace(/[^\s&?"'<>,;\\，；。、]+/g, (word) => {
    const shown = isMeant(word, before) ? '***' : maskWord(word);
    before = after(word, before);
    return shown;
  });
  return masked.replace(/[\da-z]+/gi, (word, at: number) => (isPartOfId(word, masked, at) ? word : maskMobiles(word)));
}

/** The meaning of the words before a word: the name of a secret, that and its colon, or the scheme of a credential. */
type Before = 'nothing' | 'name' | 'colon' | 'scheme';

function isMeant(word: string, before: Before): boolean {
  if (before === 'scheme') return word.length >= MIN_TOKEN;
  return before === 'colon' && isToldSecret(word);
}

/** `password: …`, `"password": "…"`, `Authorization: token …`. */
function after(word: string, before: Before): Before {
  if (/(?:^|[=:])(?:bearer|basic)$/i.test(word) || (before === 'colon' && /^token$/i.test(word))) return 'scheme';
  if (/^[:=：]$/.test(word)) return before === 'name' ? 'colon' : 'nothing';
  if (/[:：]$/.test(word)) return isSecretName(word.slice(0, -1)) ? 'colon' : 'nothing';
  return isSecretName(word) ? 'name' : 'nothing';
}

/**
 * Returns true for an id in hexadecimal digits (a digest, a trace, a container) and for the last part of a UUID: one in some
 * thousand has the digits of a mobile in it, and whoever looks for it needs it whole.
 */
function isPartOfId(word: string, text: string, at: number): boolean {
  if (word.length < 12 || !/^[\da-f]+$/i.test(word)) return false;
  return word.length >= 16 || (word.length === 12 && /^[\da-f]{4}-$/i.test(text.slice(Math.max(at - 5, 0), at)));
}

function maskMobiles(word: string): string {
  return word.replace(/\d+/g, (digits) => (MOBILE.test(digits) ? maskMobile(digits) : digits));
}

/** Returns true if an address carries a signature or a token: it opens something for whoever has it. */
export function isSignedUrl(url: string): boolean {
  return maskSecrets(url) !== url;
}

/** Masks a mobile: `138****8000`. Short ones keep only their last two digits. */
export function maskMobile(mobile: string): string {
  return mobile.length < 8 ? `****${mobile.slice(-2)}` : `${mobile.slice(0, -8)}****${mobile.slice(-4)}`;
}

function maskWord(word: string): string {
  const nameLength = secretNameIn(word) || toldNameIn(word);
  if (nameLength > 0) return `${word.slice(0, nameLength + 1)}***`;
  const pathLength = secretPathIn(word);
  if (pathLength > 0) return `${word.slice(0, pathLength)}***`;
  const masked =
    word.length < MIN_TOKEN ? word : word.replace(/[^=:/()[\]{}|@#]+/g, (part) => (isIssuedToken(part) ? '***' : part));
  return masked.includes('@') ? maskUserInfo(masked) : masked;
}

/** `https://user:password@host`, but not `https://host:8000/@go`. The user goes too: cut short, it would look like the host. */
function maskUserInfo(word: string): string {
  const start = word.indexOf('://') + 3;
  const [at, colon] = [word.indexOf('@'), word.indexOf(':', start)];
  const isPort = /^:\d{1,5}\//.test(word.slice(colon, colon + 7));
  return start > 2 && colon > 0 && colon < at && !isPort ? `${word.slice(0, start)}***${word.slice(at)}` : word;
}
