import { textAt } from '../../src/base/json.js';
import { isUntrustedCertificate } from '../../src/base/untrusted-certificate.js';

/** Advice for a person by the names of errors of AWS's services and of its client. */
const ADVICE: Readonly<Record<string, string>> = {
  ...all(
    ['CredentialsProviderError', 'TokenProviderError'],
    'there are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with --profile',
  ),
  ...all(
    ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired', 'ExpiredTokenError'],
    'the AWS credentials have expired: sign in again (aws sso login), or take new ones',
  ),
  ...all(
    ['UnrecognizedClientException', 'InvalidClientTokenId', 'InvalidAccessKeyId', 'InvalidSignatureException'],
    "this region does not know the AWS credentials: check --profile and --region (China's accounts are apart from all others)",
  ),
  ...all(
    ['SignatureDoesNotMatch', 'IncompleteSignature'],
    'the AWS secret access key is wrong: run aws configure again',
  ),
  ...all(
    ['AccessDeniedException', 'AccessDenied', 'AuthorizationError', 'AuthorizationErrorException'],
    'the permission is missing: have it added to your role or user',
  ),
  ...all(
    [
      'TimeoutError',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ECONNREFUSED',
      'ECONNRESET',
      'ETIMEDOUT',
      'EHOSTUNREACH',
      'ENETUNREACH',
    ],
    'AWS cannot be reached: check the network, a proxy, and the spelling of the region',
  ),
  ...all(
    ['ThrottlingException', 'Throttling', 'TooManyRequestsException'],
    'AWS takes no more requests at the moment: try again in a minute',
  ),
};

/** Errors whose own words say more than their name and hold no value that was sent. */
const TELLING: ReadonlySet<string> = new Set([
  ...['CredentialsProviderError', 'TokenProviderError', 'AccessDeniedException', 'AccessDenied'],
  ...['AuthorizationError', 'AuthorizationErrorException', 'ENOTFOUND'],
]);

function all(names: readonly string[], advice: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, advice]));
}

/** Returns advice on an error of what stands between here and AWS. */
function onTheWay(name: string): string | undefined {
  if (name.startsWith('PROXY_')) return 'the proxy of HTTPS_PROXY does not let it pass: check its address and password';
  if (!isUntrustedCertificate(name)) return undefined;
  return 'the certificate is not trusted: if the network intercepts TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its CA certificate';
}

/** Returns the name of an error: that of AWS's answer, or the code of a connection that failed. */
export function errorName(error: unknown): string {
  const name = error instanceof Error ? error.name : 'unknown error';
  return name in ADVICE ? name : (textAt(error, 'code') ?? name);
}

/**
 * Returns what follows "Cannot … as": what to do about an error of AWS, and its name; of one that we know no advice for, AWS's own
 * words.
 * @param own advice of the caller, which knows what it asked for.
 */
export function adviceOn(error: unknown, own: Readonly<Record<string, string>> = {}): string {
  const name = errorName(error);
  const advice = own[name] ?? ADVICE[name] ?? onTheWay(name);
  const words = error instanceof Error ? error.message : String(error);
  if (advice === undefined) return `AWS answered ${name}: ${words}`;
  return TELLING.has(name) && words ? `${advice} (${name}: ${words})` : `${advice} (${name})`;
}
