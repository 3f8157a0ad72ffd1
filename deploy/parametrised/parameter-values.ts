import { variableText } from '../inputs-of-settings.js';
import type { SettingName } from '../plan.js';
import { SettingsError } from '../settings-error.js';
import { parameterName, presetName, slotName } from './parameter-names.js';
import { PARAMETERS, SLOTS } from './parameters.js';

/**
 * Returns settings, written as in serverless.yml, as values of the template's parameters. Those that are not given are left out.
 * @throws {SettingsError} If a list has more entries than parameters.
 */
export function parameterValues(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => valuesOf(name as SettingName, value)));
}

function valuesOf(name: SettingName, value: unknown): readonly (readonly [parameter: string, value: string])[] {
  if (name === 'eventPatterns' && Array.isArray(value)) return value.map((one) => [presetName(String(one)), 'on']);
  const isKnown = PARAMETERS.some((one) => one.name === parameterName(name));
  if (Array.isArray(value) && !isKnown) {
    if (value.length <= SLOTS) return value.map((one, index) => [slotName(name, index + 1), String(one)]);
    throw new SettingsError(
      `Cannot use the setting ${name} with the template as it has ${SLOTS} parameters for it (npm run deploy takes more): current value is ${value.length}`,
    );
  }
  return [[parameterName(name), variableText(value)]];
}
