import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { RULES } from '../../deploy/setting-rules.js';
import { isObject, objectAt } from '../../src/base/json.js';

/** The settings of serverless.yml that say which secret is read, and what has to be in it. */
export interface SecretSettings {
  readonly secretId: string;
  readonly tokensSecretId: string;
  readonly http: string;
  readonly wecomBaseUrl: string;
}

/** Settings that cannot be read without the framework. */
export class SettingsFileError extends Error {
  override readonly name = 'SettingsFileError';
}

/**
 * Reads them as the framework does.
 * @param yml the text of serverless.yml.
 * @throws {SettingsFileError} If one has a variable of the framework other than the stage, or breaks its rule.
 */
export function readSecretSettings(yml: string, stage: string, region: string): SecretSettings {
  const file: unknown = parse(yml);
  const given = objectAt(isObject(file) ? file['custom'] : undefined, 'settings');
  const read = (name: keyof SecretSettings): string => {
    const value = given[name] ?? RULES[name].default;
    const text = typeof value === 'string' ? value.replaceAll('$' + '{sls:stage}', stage) : value;
    const meaning = RULES[name].read(text, region);
    if (typeof meaning === 'string') return meaning;
    throw new SettingsFileError(
      `Cannot read the setting ${name} of serverless.yml as it must be ${RULES[name].allowed}: name the secret with --secret-id, or fix the file`,
    );
  };
  return {
    secretId: read('secretId'),
    tokensSecretId: read('tokensSecretId'),
    http: read('http'),
    wecomBaseUrl: read('wecomBaseUrl'),
  };
}

/** Reads serverless.yml of the folder in which the script runs: npm starts it in the project's. */
export function readSettingsFile(stage: string, region: string): SecretSettings {
  return readSecretSettings(readFileSync('serverless.yml', 'utf8'), stage, region);
}
