/** OpenSSL's names, which are Node's codes, for a certificate of an authority that is not known here. */
const CODES: ReadonlySet<string | undefined> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Returns true if a connection failed because the authority behind the peer's certificate is not known here: mostly that of a
 * company's network that intercepts TLS, of which Node has to be told.
 * @see https://nodejs.org/api/cli.html#node_extra_ca_certsfile
 */
export function isUntrustedCertificate(code: string | undefined): boolean {
  return CODES.has(code);
}
