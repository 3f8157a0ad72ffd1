/** A robot key as WeCom makes them, with or without its hyphens. */
const KEY = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;

/** Returns true for a text that holds a robot key as WeCom makes them. */
export function holdsRobotKey(text: string): boolean {
  return KEY.test(text);
}

/** Query parameters and fields whose value opens something, in small letters. */
const SECRET_NAMES: ReadonlySet<string> = new Set(
  'signature sig token access_token auth key apikey api_key secret password code ticket x-amz-signature x-amz-credential x-amz-security-token'.split(
    ' ',
  ),
);
/** The ends of other names of such fields, without their hyphens and underscores: `private_token`, `DB_PASSWORD`, `clientSecret`. */
const SECRET_ENDS = ['token', 'secret', 'password', 'passwd', 'pwd', 'authorization', '密码', '口令', '令牌', '密钥'];
const SECRET_KEYS = /(?:api|access|private|secret|app|license)key$|signature$|credential$/;
/** Tokens that lead to the next page of a list, and open nothing. */
const PAGE_TOKEN = /(?:page|next|continuation)token$/;
/** Shortest value of a field by such a name and a colon that is masked, in characters. */
const MIN_TOLD = 6;

/** The beginnings of paths of which the rest opens something. */
const SECRET_PATHS = [
  'hooks.slack.com/services/',
  'hooks.slack.com/workflows/',
  'hooks.slack.com/triggers/',
  'hooks.zapier.com/hooks/catch/',
  'discord.com/api/webhooks/',
  'discordapp.com/api/webhooks/',
  '/open-apis/bot/hook/',
  '/open-apis/bot/v2/hook/',
  'api.telegram.org/bot',
  '.webhook.office.com/webhookb2/',
  'outlook.office.com/webhook/',
  'api.day.app/',
  'sctapi.ftqq.com/',
];

/** Shortest value of such a field that is masked, in characters. */
const MIN_VALUE = 4;

/** The beginnings of the keys and tokens of well-known issuers. */
const PREFIXES = [
  'eyJ',
  'AKIA',
  'ASIA',
  ...['ghp_', 'gho_', 'ghs_', 'ghu_', 'ghr_', 'github_pat_'],
  ...['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-'],
  ...['xoxb-', 'xoxp-', 'xoxa-', 'xoxe-', 'xapp-'],
  ...['npm_', 'pypi-', 'dckr_pat_', 'hvs.', 'AIza', 'SG.', 'LTAI', 'AKID', 'dop_v1_', 'sk-proj-', 'sk-ant-'],
  'sk_live_',
  'rk_live_',
  'whsec_',
];
/** Shortest text that such a beginning makes a token, in characters. */
export const MIN_TOKEN = 16;

/** Most digits of a number that is no mobile, and of a text that is nothing but such a number. */
const MAX_DIGITS = 6;
const MAX_LONE_DIGITS = 5;
/** Most characters that may look random in a text that is not: `k8s-prod-2xlarge`. */
const MAX_RANDOM = 7;
/** A piece as short as this says nothing. */
const MAX_SHORT = 3;
/** A longer word has to be spoken more easily. */
const LONG_WORD = 15;
const MAX_WORD = 32;
const MAX_ACRONYM = 8;
/** Most vowels in a row: `queueing`. */
const MAX_VOWELS = 5;

/** Returns the length of the name in `name=value` if the name says that the value opens something, else 0. */
export function secretNameIn(word: string): number {
  const equals = word.indexOf('=');
  if (equals < 1 || word.length - equals <= MIN_VALUE) return 0;
  const name = word.slice(0, equals);
  return SECRET_NAMES.has(name.toLowerCase()) || isSecretName(name) ? equals : 0;
}

/** Returns the length of the name in `X-Gitlab-Token:value` if the value looks as if it opened something, else 0. */
export function toldNameIn(word: string): number {
  const colon = word.search(/[:：]/);
  return colon > 0 && isToldSecret(word.slice(colon + 1)) && isSecretName(word.slice(0, colon)) ? colon : 0;
}

/** Returns true for the name of a value that opens something: a password, a token, a key. */
export function isSecretName(name: string): boolean {
  const plain = name.slice(-MAX_NAME).toLowerCase().replace(/[-_]/g, '');
  if (PAGE_TOKEN.test(plain)) return false;
  return SECRET_ENDS.some((end) => plain.endsWith(end)) || SECRET_KEYS.test(plain);
}

/** The end of a name that is read, in characters. */
const MAX_NAME = 40;

/** Returns true for what stands after such a name and is no word of a sentence: `token: expired`. */
export function isToldSecret(value: string): boolean {
  return value.length >= MIN_TOLD && /\d/.test(value) && /[a-z]/i.test(value);
}

/** Returns the length of an address up to the part of its path that opens something, or 0. */
export function secretPathIn(word: string): number {
  if (!word.includes('://')) return 0;
  const found = SECRET_PATHS.map((path) => [word.indexOf(path), path.length] as const).find(([at]) => at >= 0);
  return found === undefined || word.length <= found[0] + found[1] ? 0 : found[0] + found[1];
}

/** Returns true for a token of a well-known issuer: a beginning of theirs, then digits and letters in no order. */
export function isIssuedToken(word: string): boolean {
  const prefix = word.length >= MIN_TOKEN ? PREFIXES.find((one) => word.startsWith(one)) : undefined;
  return prefix !== undefined && /[A-Z\d]/.test(word.slice(prefix.length));
}

/**
 * Returns true unless a text cannot be a key, a token or a mobile: plain words in any script and a few digits cannot.
 * Only a given value is judged by it: an id of AWS looks like a key.
 */
export function mayBeSecret(text: string): boolean {
  // Chinese input methods write full-width digits and letters.
  const plain = text.normalize('NFKC');
  return plain.includes('://') || holdsRobotKey(plain) || isNamed(plain) || isNumber(plain) || isRandom(plain);
}

/** Finds `…?key=value` and tokens of well-known issuers. */
function isNamed(text: string): boolean {
  return text.split(/[\s&?;,]/).some((word) => secretNameIn(word) > 0 || isIssuedToken(word));
}

/** Finds a number with the digits of a mobile, however they are grouped. A date is not one. */
function isNumber(text: string): boolean {
  const numbers = text.match(/\d[\d\s().+/-]*/g) ?? [];
  const isAlone = /^[\d\s().+/-]*$/.test(text);
  return numbers.some((number) => {
    const digits = number.replace(/\D/g, '');
    return digits.length > (isAlone ? MAX_LONE_DIGITS : MAX_DIGITS) && !/^(?:19|20)\d{6}$/.test(digits);
  });
}

/** Counts the characters of whatever is no word, and signs that no name has. */
function isRandom(text: string): boolean {
  const pieces = text.match(/[A-Za-z0-9]+/g) ?? [];
  const signs = text.match(/[!#$%&*;<=>?^`{|}~\\]/g) ?? [];
  return [...pieces.filter((piece) => !isWord(piece)), ...signs].join('').length > MAX_RANDOM;
}

/** Returns true for what may end with a few digits and is otherwise words: `eu`, `web01`, `PaymentsProd`, `ECONNRESET`. */
function isWord(piece: string): boolean {
  if (piece.length <= MAX_SHORT || /^\d{1,99}$/.test(piece)) return true;
  const letters = piece.replace(/\d{1,4}$/, '');
  if (!/^[A-Za-z]{0,99}$/.test(letters) || /^[0-9a-f]{16}/i.test(piece)) return false;
  const words = letters
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(' ');
  return words.every(isSpeakable) && (words.length < 2 || areWords(words));
}

/** Returns true for words that each begin with a capital, as programs name things. */
function areWords(words: readonly string[]): boolean {
  const letters = words.join('').length;
  return letters > 3.5 * words.length && words.every((word) => word.length > 1 && !/^[A-Z]{6}/.test(word));
}

/** Returns true if consonants and vowels do not stand in a row that no language has. Pinyin writes long words of short syllables. */
function isSpeakable(word: string): boolean {
  if (word.length <= (/^[A-Z]/.test(word) ? MAX_ACRONYM : MAX_RANDOM)) return true;
  const most = word.length > LONG_WORD ? 4 : 5;
  const consonants = word.split(/[aeiouy]+/i).map(({ length }) => length);
  const vowels = word.split(/[^aeiouy]+/i).map(({ length }) => length);
  const isEven = consonants.length > word.length / 6 && Math.max(...vowels) <= MAX_VOWELS;
  return word.length <= MAX_WORD && Math.max(...consonants) <= most && isEven;
}
