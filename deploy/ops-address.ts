import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';

/** Returns the e-mail address of those who are told when wecomrobot itself fails. Empty if there is none. */
export function opsAddressOf({ opsEmail }: Pick<Settings, 'opsEmail'>): string {
  return opsEmail === 'none' ? '' : opsEmail;
}

/**
 * Checks what a package may leave open and a deployment may not: who is told when wecomrobot itself fails.
 * @throws {SettingsError} If nobody is, and the settings do not say that nobody is to be.
 */
export function checkDeployable({ opsEmail, opsTopicArn }: Pick<Settings, 'opsEmail' | 'opsTopicArn'>): void {
  if (opsEmail || opsTopicArn) return;
  throw new SettingsError(
    'Cannot deploy as opsEmail or opsTopicArn must say who is told when wecomrobot itself fails, or opsEmail: none that nobody is: current value is empty',
  );
}
