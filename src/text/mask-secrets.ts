import { once } from '../base/once.js';

/** Secrets by their form, wherever they stand: the parameters of a signed address, keys and tokens of well-known issuers. */
const SECRETS = once((): readonly (readonly [pattern: RegExp, replacement: string])[] => [
  [
    /([?&](?:x-amz-[a-z-]{1,30}|signature|sig|token|access_token|auth|key|api_?key|secret|password|code|ticket)=)[^&\s"'<>]{4,}/gi,
    '$1***',
  ],
  [/\b(bearer|basic) [\w+/=.-]{12,}/gi, '$1 ***'],
  [/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, '***'],
  [/\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g, '***'],
  [/\b(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk_live_|sk-|rk_live_|whsec_)[\w-]{10,}/g, '***'],
  [/(:\/\/[^\s:/@]{1,100}):[^\s/@]{1,100}@/g, '$1:***@'],
]);

/** A mainland China mobile, with or without its country code. */
const MOBILE = /^(86)?(1[3-9]\d)\d{4}(\d{4})$/;

/** Masks tokens, signatures in addresses, and mobiles (`138****5678`) in a text: a group of many people reads it. */
export function maskSecrets(text: string): string {
  const masked = /[=:_\-.]|AKIA|ASIA|earer|asic/.test(text)
    ? SECRETS().reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
    : text;
  return /1[3-9]\d/.test(masked) ? masked.replace(/\d+/g, (digits) => digits.replace(MOBILE, '$1$2****$3')) : masked;
}

/** Returns true if an address carries a signature or a token: it opens something for whoever has it. */
export function isSignedUrl(url: string): boolean {
  return maskSecrets(url) !== url;
}
