import { sampleKey } from '../../../../local/secrets-manager/sample-secret.js';
import type { SECRET } from '../../../../scripts/errors-page/secret.js';
import { readSecretSettings } from '../../../../scripts/secret-setup/secret-settings.js';
import { createSecretStore } from '../../../../scripts/secret-setup/secret-store.js';
import { setUpSecret } from '../../../../scripts/secret-setup/set-up-secret.js';
import type { Person } from '../../../../scripts/secret-setup/terminal.js';
import type { DeliveryResult } from '../../../../src/domain/delivery.js';
import { secretWordsOf } from '../../../../src/text/secret-speeches.js';
import { runScript } from '../../../support/run-script.js';
import { type Provocations, type Provoke, REGION, refusing } from './provoke.js';

const [KEY, OTHER] = [sampleKey(1), sampleKey(2)];
const OPTIONS = {
  ...{ secretId: 'wecomrobot/robots', baseUrl: 'https://qyapi.weixin.qq.com', wantsToken: false },
  ...{ replace: false, test: false, token: false, dryRun: false },
};

/** Pipes something into `npm run secret`. */
function piped(from: string, before?: string, answer?: DeliveryResult): Provoke {
  const store = { read: async () => before, create: async () => 'arn', update: async () => 'arn' };
  const send = async (): Promise<DeliveryResult> => answer ?? { status: 'delivered', messages: 1 };
  const world = { from, store, send, print: () => undefined };
  const options = { ...OPTIONS, test: answer !== undefined };
  return ({ language }) => setUpSecret(options, { ...world, speech: secretWordsOf(language) });
}

/** Answers the questions of `npm run secret`, and returns what it said to the first answer that it did not take. */
const answered =
  (...answers: readonly string[]): Provoke =>
  async ({ language }) => {
    const speech = secretWordsOf(language);
    const left = [...answers];
    const said: string[] = [];
    const next = async (): Promise<string> => left.shift() ?? '';
    const from: Person = { ask: next, askHidden: next, confirm: async () => false, close: () => undefined };
    const store = { read: async () => undefined, create: async () => 'arn', update: async () => 'arn' };
    const send = async (): Promise<DeliveryResult> => ({ status: 'delivered', messages: 1 });
    await setUpSecret(OPTIONS, { from, store, speech, send, print: (line) => said.push(line) });
    return said[1];
  };

const refused = (name: string) => createSecretStore(refusing(name), 'wecomrobot/robots');

/** A way to each error of `npm run secret`. */
export const secret: Provocations<typeof SECRET> = {
  secretEmptyInput: piped(''),
  secretEmptyKey: answered('', KEY),
  secretNotAKey: piped('hello'),
  secretOtherHost: piped('https://example.com/?key=1'),
  secretNoKeyInUrl: piped('https://qyapi.weixin.qq.com/cgi-bin/webhook/send'),
  secretName: answered(KEY, OTHER),
  secretPerson: answered(KEY, '', '王芳'),
  secretReplace: piped(OTHER, `{"default":"${KEY}"}`),
  secretBroken: piped(KEY, '{"default":'),
  secretNoObject: piped(KEY, '[1]'),
  secretNoDefault: piped(`{"robots":{"a":"${KEY}","b":"${OTHER}"}}`),
  secretRefused: piped(KEY, undefined, {
    status: 'refused',
    code: { kind: 'wecom', value: 93000 },
    reason: 'the key is wrong',
  }),
  secretUnsent: piped(KEY, undefined, { status: 'unavailable', retryAfterMs: 0, reason: 'Network error: ENOTFOUND' }),
  secretNoToken: async ({ deployed }) => {
    deployed.secretsManager.setSecret('without-token', KEY);
    const env = deployed.environment('');
    return (await runScript('scripts/secret.ts', ['--secret-id', 'without-token', '--show-token'], env)).err;
  },
  secretSetting: () => readSecretSettings('custom:\n  settings:\n    secretId: "a b"\n', 'dev', REGION),
  secretDeleted: () => refused('InvalidRequestException').read(),
  secretNotThere: () =>
    createSecretStore(
      refusing('ResourceNotFoundException'),
      'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:x-AbCdEf',
    ).read(),
  secretKmsRead: () => refused('DecryptionFailure').read(),
  secretKmsWrite: () => refused('EncryptionFailure').update('{}'),
  secretRace: () => refused('ResourceExistsException').create('{}'),
};
