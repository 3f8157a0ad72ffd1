import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One event of `events/`, as Lambda would deliver it. */
export interface Sample {
  /** Path below `events/`: `scenarios/daily-report.json`. */
  readonly file: string;
  readonly event: unknown;
}

/** The samples of one source or service. */
export interface SampleFolder {
  readonly name: string;
  readonly samples: readonly Sample[];
}

const EVENTS = new URL('../../events/', import.meta.url);

async function readFolder(name: string): Promise<SampleFolder> {
  const files = (await readdir(new URL(`${name}/`, EVENTS))).filter((file) => file.endsWith('.json')).sort();
  const samples = files.map(async (file) => {
    const text = await readFile(new URL(`${name}/${file}`, EVENTS), 'utf8');
    return { file: `${name}/${file}`, event: JSON.parse(text) as unknown };
  });
  return { name, samples: await Promise.all(samples) };
}

/**
 * Resolves to every sample in `events/`, with folders and files in the order of their names. Rejects if a file is not
 * JSON.
 */
export async function readSamples(): Promise<readonly SampleFolder[]> {
  const entries = await readdir(fileURLToPath(EVENTS), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map(readFolder));
}
