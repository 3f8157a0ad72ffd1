import type { HttpRequest } from './request.js';

/** The proof that a caller holds a token: the token itself, or a signature of the body that was made with it. */
export type Credential =
  | { readonly token: string }
  /** HMAC-SHA256 of the body's bytes, in hexadecimal. */
  | { readonly signature: string };

/** Returns the credential in one place of a request; `''` if the place is used and holds none that can be read. */
type Place = (request: HttpRequest) => string | undefined;

/** The parameters in which chat tools put a token. */
const PARAMETERS = ['key', 'token', 'access_token'] as const;

/** The places of a token, in this order. The first one that is used decides, so that two tokens are never tried. */
const TOKENS: readonly Place[] = [
  ...PARAMETERS.map(
    (name): Place =>
      ({ query }) =>
        only(query.getAll(name)),
  ),
  ({ headers }) => authorization(headers.get('authorization')),
  ({ headers }) => headers.get('x-gitlab-token'),
  ({ headers }) => headers.get('x-api-key'),
];

/** The places of a signature: GitHub's, and those of Gitea and Gogs. */
const SIGNATURES: readonly Place[] = [
  ({ headers }) => after(headers.get('x-hub-signature-256'), 'sha256='),
  ({ headers }) => headers.get('x-gitea-signature'),
  ({ headers }) => headers.get('x-gogs-signature'),
];

/**
 * Returns the credential that a request presents, or `undefined` if it presents none that can be read. Senders differ in where
 * they can put a token: in the URL, as a Basic password, or in their own header.
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function credentialOf(request: HttpRequest): Credential | undefined {
  const token = firstUsed(TOKENS, request);
  if (token !== undefined) return isToken(token) ? { token } : undefined;
  const signature = firstUsed(SIGNATURES, request);
  return signature === undefined ? undefined : { signature: signature.toLowerCase() };
}

function firstUsed(places: readonly Place[], request: HttpRequest): string | undefined {
  for (const place of places) {
    const found = place(request);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns true for a text without white space. Two headers of one name, joined by a comma and a space, are not a token. */
function isToken(text: string): boolean {
  return /^\S+$/.test(text);
}

/** Returns the only value. Two are ambiguous, so neither counts. */
function only(values: readonly string[]): string | undefined {
  return values.length > 1 ? '' : values[0];
}

/** Returns the token after `Bearer`, or the one that Basic has as its password, or as its user if there is no password. */
function authorization(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic':
      return basic(value);
    default:
      return '';
  }
}

function basic(encoded: string): string {
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return rest.join(':') || user;
}

function after(header: string | undefined, prefix: string): string | undefined {
  if (header === undefined) return undefined;
  return header.startsWith(prefix) ? header.slice(prefix.length) : '';
}
