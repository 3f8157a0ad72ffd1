import { isObject } from '../src/base/json.js';
import { nameOrLength } from '../src/base/quote.js';
import { contradictionsOf } from './contradictions.js';
import { nearestName } from './nearest-name.js';
import type { Setting } from './setting-rule.js';
import { ROWS, RULES } from './setting-rules.js';
import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';
import { shownValue } from './shown-value.js';

/**
 * Checks the settings, alone and together.
 * @param region the region deployed to, which decides the partition.
 * @throws {SettingsError} If one is not allowed. Names the setting, the allowed values and the value.
 */
export function readSettings(given: unknown, region: string): Settings {
  const values = blockOf(given);
  const read = ROWS.map(([name, row]) => [name, readOne(name, values[name], row, region)] as const);
  // Each name of RULES with the value its own rule returns, which is how Settings is declared.
  const settings = Object.fromEntries(read) as Settings;
  for (const contradiction of contradictionsOf(settings, region)) throw new SettingsError(contradiction);
  return settings;
}

/** Returns the block as a map. @throws {SettingsError} If it is not a map, or an entry is not a setting. */
function blockOf(given: unknown): Readonly<Record<string, unknown>> {
  const block = given ?? {};
  if (!isObject(block))
    throw new SettingsError(`Cannot use the settings as they must be a map: current value is ${shownValue(given)}`);
  const unknown = Object.keys(block).find((name) => !Object.hasOwn(RULES, name));
  if (unknown !== undefined) throw new SettingsError(unknownName(unknown, Object.keys(RULES)));
  return block;
}

function unknownName(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  const hint = nearest ? `; did you mean ${nearest}?` : '';
  return `Cannot use the setting ${nameOrLength(name)} as its name must be one of ${names.join(', ')}${hint}`;
}

function readOne<T>(name: string, value: unknown, row: Setting<T>, region: string): T {
  // YAML 1.1 reads a bare `off` as false. Every YAML reads an empty value as null.
  const plain = value === false ? 'off' : value === true ? 'on' : value;
  const meaning = row.read(plain ?? row.default, region);
  if (meaning !== undefined) return meaning;
  const shown = row.isHidden ? 'not shown, as it may hold a key' : shownValue(value);
  throw new SettingsError(`Cannot use the setting ${name} as it must be ${row.allowed}: current value is ${shown}`);
}
