import { isRecent } from '../../base/clock.js';

/** A memory of answers, each for a while. */
export interface TimedMemory<Answer> {
  /** Returns an answer, unless it is not known or too old. An answer may be `null`. */
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer): void;
}

interface MemoryParts {
  /** Time for which an answer is remembered, milliseconds. */
  readonly keptMs: number;
  /** Most answers that are remembered. Beyond, the one that was learnt longest ago is forgotten. */
  readonly most: number;
  /** Returns milliseconds since 1970. */
  readonly now: () => number;
}

/** Creates an empty one. */
export function createTimedMemory<Answer>({ keptMs, most, now }: MemoryParts): TimedMemory<Answer> {
  const known = new Map<string, { readonly answer: Answer; readonly at: number }>();
  return {
    get: (key) => {
      const found = known.get(key);
      return found && isRecent(found.at, keptMs, now()) ? found.answer : undefined;
    },
    set: (key, answer) => {
      known.delete(key);
      known.set(key, { answer, at: now() });
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size > most) known.delete(oldest);
    },
  };
}
