import { readSamples } from '../../local/samples/samples.js';
import { composed, FORMATS } from '../support/messages-of.js';
import { readSample } from '../support/render-sample.js';
import { type LeafPath, pathsIn, pathText, spoil } from '../support/spoil.js';
import { costOnce } from './cpu-cost.js';
import { HOSTILE_VALUES, type HostileValue } from './hostile-values.js';

/** One field of one sample, and the value that takes its place. */
export interface Case {
  readonly name: string;
  readonly value: string;
  /** Returns the sample with that value, made to a size in bytes. */
  readonly eventOf: (bytes: number) => unknown;
}

/** A case, and its CPU time in one run, milliseconds. */
export interface Costly {
  readonly tried: Case;
  readonly ms: number;
}

/** Goes the whole way, from an event to WeCom's messages in every format. Resolves if the event is refused, too. */
export async function wholeWay(event: unknown): Promise<void> {
  const drafts = await readSample(event, 'zh-CN').then(
    (incoming) => incoming.drafts,
    () => [],
  );
  for (const draft of drafts) {
    try {
      for (const format of FORMATS) composed(draft, 'zh-CN', format);
    } catch {
      // A text that is refused as too long has been read, and that is what is measured.
    }
  }
}

/** Every field of every sample with the values it meets: all of them, or one of `turns` by turns. */
export async function casesOf(turns: number): Promise<readonly Case[]> {
  const folders = await readSamples();
  const seen = new Set<string>();
  const fields = folders.flatMap(({ name, samples }) =>
    samples.flatMap(({ file, event }) =>
      pathsIn(event).flatMap((path) => {
        const key = `${name} ${pathText(path).replace(/\b\d+\b/g, '#')}`;
        if (path.length === 0 || seen.has(key)) return [];
        seen.add(key);
        return [{ file, event, path }];
      }),
    ),
  );
  return fields.flatMap(({ file, event, path }, field) =>
    HOSTILE_VALUES.filter((_, index) => (field + index) % turns === 0).map((value) => caseOf(file, event, path, value)),
  );
}

function caseOf(file: string, event: unknown, path: LeafPath, { name, make }: HostileValue): Case {
  return {
    name: `${file} ${pathText(path)}: ${name}`,
    value: name,
    eventOf: (bytes) => spoil(event, path, make(bytes)),
  };
}

/** Resolves to the slowest cases at a size, and the slowest of each kind of value. */
export async function slowestOf(
  cases: readonly Case[],
  bytes: number,
  count: number,
  perValue: number,
): Promise<readonly Case[]> {
  const costs: Costly[] = [];
  for (const tried of cases) {
    const event = tried.eventOf(bytes);
    costs.push({ tried, ms: await costOnce(() => wholeWay(event)) });
  }
  costs.sort((a, b) => b.ms - a.ms);
  const ofEach = HOSTILE_VALUES.flatMap(({ name }) =>
    costs.filter(({ tried }) => tried.value === name).slice(0, perValue),
  );
  return [...new Set([...costs.slice(0, count), ...ofEach].map(({ tried }) => tried))];
}
