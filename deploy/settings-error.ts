/** A setting with a value that its rule forbids, or two that contradict each other. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
