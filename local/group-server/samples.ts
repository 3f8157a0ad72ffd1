import type { Severity } from '../../src/domain/notification.js';
import type { Group } from '../group/group.js';
import { readSamples, type Sample } from '../samples/samples.js';

/** One sample as the page lists it. */
export interface ListedSample {
  /** Below `events/`. */
  readonly file: string;
  /** The first notification's title; the file's name where nothing is shown. */
  readonly title: string;
  readonly status: string;
  /** Absent where nothing is shown. */
  readonly severity?: Severity;
}

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

/** The samples with what the group would read of each, in the order of their folders. */
export async function listSamples(read: Group['read']): Promise<readonly ListedFolder[]> {
  const folders = await readSamples();
  return Promise.all(
    folders.map(async ({ name, samples }) => ({
      name,
      samples: await Promise.all(samples.map((sample) => list(sample, read))),
    })),
  );
}

/** The event of a sample; `undefined` where there is no such file. */
export async function sampleEvent(file: string): Promise<unknown> {
  const folders = await readSamples();
  return folders.flatMap(({ samples }) => samples).find((sample) => sample.file === file)?.event;
}
