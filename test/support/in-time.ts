/** The limit of an invocation that is not about time: long enough for a busy machine, so that only a hang exceeds it. */
export const IN_TIME = { timeoutMs: 100_000 };
