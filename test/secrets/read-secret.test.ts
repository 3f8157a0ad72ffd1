import { describe, expect, it } from 'vitest';
import { SecretUnavailableError } from '../../src/domain/errors.js';
import { createReadSecret } from '../../src/secrets/read-secret.js';

/** Answers as AWS's client would; the real client meets a real endpoint in the end-to-end tests. */
const clientThat = (answer: () => Promise<unknown>) => ({ send: answer }) as never;
const failsWith = (name: string) => clientThat(() => Promise.reject(Object.assign(new Error('as AWS says'), { name })));

describe('createReadSecret', () => {
  it.each([
    ['AccessDeniedException', 'secretsmanager:GetSecretValue'],
    ['DecryptionFailure', 'kms:Decrypt'],
    ['ResourceNotFoundException', 'no such secret'],
    ['InvalidRequestException', 'scheduled for deletion'],
    ['ThrottlingException', 'the read is retried'],
  ])('createReadSecret: %s becomes an error that names secret, region and what to do', async (name, advice) => {
    const read = createReadSecret(() => failsWith(name), 'robots', 'cn-north-1');
    const error = await read().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SecretUnavailableError);
    expect(String(error)).toContain('robots in cn-north-1');
    expect(String(error)).toContain(advice);
    expect(String(error)).toContain(name);
  });

  it('createReadSecret: a certificate that is not trusted is named by its code, with what to set', async () => {
    const error = Object.assign(new Error('self-signed certificate'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    const read = createReadSecret(() => clientThat(() => Promise.reject(error)), 'robots', 'cn-north-1');
    await expect(read()).rejects.toThrow(/NODE_EXTRA_CA_CERTS .*\(SELF_SIGNED_CERT_IN_CHAIN\)/);
  });

  it('createReadSecret: a binary secret is read as UTF-8 text', async () => {
    const client = clientThat(async () => ({ SecretBinary: new TextEncoder().encode('a key') }));
    expect(await createReadSecret(() => client, 'robots', 'cn-north-1')()).toBe('a key');
  });

  it('createReadSecret: an empty secret is an error', async () => {
    const client = clientThat(async () => ({ SecretString: ' \n' }));
    await expect(createReadSecret(() => client, 'robots', 'cn-north-1')()).rejects.toThrow('must not be empty');
  });
});
