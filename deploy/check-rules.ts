import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';

/**
 * Checks that what the rules ask for is deployed.
 * @throws {SettingsError} If they have a summary and no tick tells it.
 */
export function checkRules(
  { reminders }: Pick<Settings, 'reminders'>,
  { summary = [] }: { readonly summary?: readonly unknown[] },
): void {
  if (reminders || summary.length === 0) return;
  throw new SettingsError(
    'Cannot use the setting reminders as it must be on for the summary of routes.yml, which is told by the same tick (remind: off in the rules leaves the summary alone): current value is off',
  );
}
