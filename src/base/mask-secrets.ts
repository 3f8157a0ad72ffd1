import { isIssuedToken, MIN_TOKEN, secretNameIn } from './secret-shapes.js';

/** A mainland China mobile, with or without its country code. */
const MOBILE = /^(?:86)?1[3-9]\d{9}$/;

/** Masks tokens, signatures in addresses, and mobiles (`138****5678`) in a text: a group of many people reads it. */
export function maskSecrets(text: string): string {
  let isCredential = false;
  const masked = text.replace(/[^\s&?"'<>,;]+/g, (word) => {
    const shown = isCredential && word.length >= MIN_TOKEN ? '***' : maskWord(word);
    isCredential = /^(?:bearer|basic)$/i.test(word);
    return shown;
  });
  return masked.replace(/\d+/g, (digits) => (MOBILE.test(digits) ? maskMobile(digits) : digits));
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
  const nameLength = secretNameIn(word);
  if (nameLength > 0) return `${word.slice(0, nameLength)}=***`;
  if (isIssuedToken(word)) return '***';
  return word.includes('@') ? maskUserInfo(word) : word;
}

/** `https://user:password@host`, but not `https://host:8000/@go`. */
function maskUserInfo(word: string): string {
  const start = word.indexOf('://') + 3;
  const [at, colon] = [word.indexOf('@'), word.indexOf(':', start)];
  const isPort = /^:\d{1,5}\//.test(word.slice(colon, colon + 7));
  return start > 2 && colon > 0 && colon < at && !isPort ? `${word.slice(0, colon)}:***${word.slice(at)}` : word;
}
