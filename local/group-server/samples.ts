import type { Severity } from '../../src/domain/severity.js';
import type { Group } from '../group/group.js';
import { readSamples, type Sample } from '../samples/samples.js';

/** One sample as the page lists it. */
export interface ListedSample {
  /** Path below `events/`. */
  readonly file: string;
  /** The first notification's title, or the file's name if nothing is shown. */
  readonly title: string;
  readonly status: string;
  /** Absent if nothing is shown. */
  readonly severity?: Severity;
}

/** A folder of samples, as the page lists it. */
export interface ListedFolder {
  readonly name: string;
  readonly samples: readonly ListedSample[];
}

async function list({ file, event }: Sample, read: Group['read']): Promise<ListedSample> {
  const { notifications } = await read(event, 'list');
  const [first] = notifications;
  if (!first) return { file, title: file.replace(/^.*\/|\.json$/g, ''), status: '' };
  return { file, title: first.title, status: first.status, severity: first.severity };
}

/** Resolves to the samples, each with the group's reading of it, in the order of their folders. */
export async function listSamples(read: Group['read']): Promise<readonly ListedFolder[]> {
  const folders = await readSamples();
  return Promise.all(
    folders.map(async ({ name, samples }) => ({
      name,
      samples: await Promise.all(samples.map((sample) => list(sample, read))),
    })),
  );
}

/**
 * Resolves to events of all kinds: one sample of each folder in turn, and again from the first if more are wanted.
 * @param freshen makes each happen now, with ids of its own.
 */
export async function manySamples(count: number, freshen: Group['freshen']): Promise<readonly unknown[]> {
  const folders = await readSamples();
  const longest = Math.max(...folders.map(({ samples }) => samples.length));
  const inTurn = Array.from({ length: longest }, (_, index) =>
    folders.flatMap(({ samples }) => samples[index] ?? []),
  ).flat();
  return Promise.all(Array.from({ length: count }, (_, index) => freshen(inTurn[index % inTurn.length]?.event)));
}

/** Resolves to the event of a sample, or to `undefined` if there is no such file. */
export async function sampleEvent(file: string): Promise<unknown> {
  const folders = await readSamples();
  return folders.flatMap(({ samples }) => samples).find((sample) => sample.file === file)?.event;
}
