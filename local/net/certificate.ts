import { generate } from 'selfsigned';

/** Scaled time may be ahead, but real time decides if a certificate is valid yet. Milliseconds. */
const VALID_BEFORE_MS = 24 * 60 * 60_000;
const VALID_FOR_MS = 365 * 24 * 60 * 60_000;

/** A private key and its certificate, both PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * Creates a self-signed certificate for `127.0.0.1` and `localhost`, valid for a year. It is its own authority: a
 * client trusts it if `cert` is given as `ca` or is in the file that `NODE_EXTRA_CA_CERTS` names.
 * @param isExpired makes one whose year ended a day ago.
 */
export async function createCertificate(isExpired = false): Promise<Certificate> {
  const notBefore = Date.now() - VALID_BEFORE_MS - (isExpired ? VALID_FOR_MS : 0);
  const made = await generate([{ name: 'commonName', value: isExpired ? 'expired' : 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(notBefore),
    notAfterDate: new Date(notBefore + VALID_FOR_MS),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
