/** Measures the time for each sample from the event to its notifications. */
import { readConfig } from '../../../src/app/config.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';
import { readSample } from '../../samples/read-sample.js';

const ROUNDS = 150;
const WARM_UP_ROUNDS = 50;

/** The times for one sample, milliseconds. */
export interface RenderTimes {
  readonly file: string;
  readonly renderer: string;
  readonly times: readonly number[];
}

interface NamedSample {
  readonly file: string;
  readonly event: unknown;
}

const config = { ...readConfig({}), routes: NO_ROUTES };

/** Measures the rendered samples in turns. Samples that would make the function throw are left out. */
export async function handler({ samples }: { readonly samples: readonly NamedSample[] }): Promise<RenderTimes[]> {
  const measured = (await Promise.all(samples.map(open))).flat();
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const { event, times } of measured) {
      const startedAt = performance.now();
      await readSample(event, config);
      if (round >= WARM_UP_ROUNDS) times.push(performance.now() - startedAt);
    }
  }
  return measured.map(({ file, renderer, times }) => ({ file, renderer, times }));
}

async function open({ file, event }: NamedSample) {
  try {
    const [draft] = (await readSample(event, config)).drafts;
    return draft?.kind === 'rendered' ? [{ file, event, renderer: draft.renderer, times: [] as number[] }] : [];
  } catch {
    return []; // No source recognises the event: there is nothing to render.
  }
}
