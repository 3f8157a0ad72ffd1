/** The signs of its user's language that a terminal gives. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The system's own locale, as `zh-CN`, where terminals set no variable: on Windows. */
  readonly systemLocale?: string | undefined;
}

/** Returns the terminal in which a process runs. */
export function terminalOf({ env, platform }: Pick<typeof process, 'env' | 'platform'>): Terminal {
  return { env, systemLocale: platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined };
}
