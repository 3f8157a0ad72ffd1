import { createLog, type Log } from '../../src/base/log.js';

/** A log whose lines can be read back, parsed. */
export interface RecordedLog extends Log {
  readonly lines: Record<string, unknown>[];
  /** Everything written, as one text: to look for what must not be in it. */
  text(): string;
}

/** Records what is logged. */
export function recordLog(now: () => number = () => 0): RecordedLog {
  const raw: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = createLog(
    (line) => {
      raw.push(line);
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
    now,
    'wecomrobot-test',
  );
  return { ...log, lines, text: () => raw.join('\n') };
}
