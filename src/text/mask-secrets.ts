/** Query parameters and fields whose value opens something, in small letters. */
const SECRET_NAMES = new Set(
  'signature sig token access_token auth key apikey api_key secret password code ticket x-amz-signature x-amz-credential x-amz-security-token'.split(
    ' ',
  ),
);

/** The beginnings of the keys and tokens of well-known issuers. */
const PREFIXES = [
  'eyJ',
  'AKIA',
  'ASIA',
  'ghp_',
  'gho_',
  'ghs_',
  'github_pat_',
  'glpat-',
  'xoxb-',
  'xoxp-',
  'sk_live_',
  'rk_live_',
  'whsec_',
];
const MIN_TOKEN = 16;
const MIN_SECRET = 4;

/** A mainland China mobile, with or without its country code. */
const MOBILE = /^(86)?(1[3-9]\d)\d{4}(\d{4})$/;

/** Masks tokens, signatures in addresses, and mobiles (`138****5678`) in a text: a group of many people reads it. */
export function maskSecrets(text: string): string {
  let isCredential = false;
  const masked = text.replace(/[^\s&?"'<>,;]+/g, (word) => {
    const shown = isCredential && word.length >= MIN_TOKEN ? '***' : maskWord(word);
    isCredential = /^(?:bearer|basic)$/i.test(word);
    return shown;
  });
  return masked.replace(/\d+/g, (digits) => (digits.length < 11 ? digits : digits.replace(MOBILE, '$1$2****$3')));
}

/** Returns true if an address carries a signature or a token: it opens something for whoever has it. */
export function isSignedUrl(url: string): boolean {
  return maskSecrets(url) !== url;
}

function maskWord(word: string): string {
  const equals = word.indexOf('=');
  if (equals > 0 && word.length - equals > MIN_SECRET && SECRET_NAMES.has(word.slice(0, equals).toLowerCase()))
    return `${word.slice(0, equals)}=***`;
  if (word.length >= MIN_TOKEN && PREFIXES.some((prefix) => word.startsWith(prefix))) return '***';
  return word.includes('@') ? maskUserInfo(word) : word;
}

/** `https://user:password@host`. */
function maskUserInfo(word: string): string {
  const start = word.indexOf('://') + 3;
  const [at, colon] = [word.indexOf('@'), word.indexOf(':', start)];
  return start > 2 && colon > 0 && colon < at ? `${word.slice(0, colon)}:***${word.slice(at)}` : word;
}
