import { describe, expect, test } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import type { RenderedContent } from '../../src/domain/content.js';
import { InvalidInputError, UnrecognisedEventError } from '../../src/domain/errors.js';
import type { Draft, Skipped } from '../../src/domain/notification.js';
import { createInterpretOnUse } from '../../src/sources/interpret-on-use.js';
import { readEvent } from '../../src/sources/sources.js';
import { bodyEvents } from '../payloads/bodies/body-events.js';
import { recordLog } from '../support/lines.js';
import { readContext } from '../support/read-context.js';
import { sampleContext } from '../support/render-sample.js';
import { pathsIn, pathText, REPLACEMENTS, spoil } from '../support/spoil.js';

/** What a program says where a value is missing. AWS Config writes sentences that end in `key prefix is null` itself. */
const NOT_FOR_PEOPLE = /\bundefined\b|(?<!key prefix is )\bnull\b|\bNaN\b|\[object|\[native code/;

const log = recordLog();
const renderContext = sampleContext('zh-CN');
const interpret = createInterpretOnUse({ renderContext, log });

/** What a spoiled sample becomes, or the clear error it is refused with. */
async function outcomeOf(
  event: unknown,
): Promise<readonly (Draft | Skipped)[] | InvalidInputError | UnrecognisedEventError> {
  try {
    const { drafts, skipped } = await readEvent(event, { ...readContext(), renderContext, interpret });
    return [...drafts, ...skipped];
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof UnrecognisedEventError) return error;
    throw error;
  }
}

function isRendered(content: Draft | Skipped): content is Draft & RenderedContent {
  return 'kind' in content && content.kind === 'rendered';
}

/** What is wrong with a message, if anything. */
function blameOf({ title, status, where, fields, details = '', severity, id }: RenderedContent): string | undefined {
  if (title.trim() === '' || status.trim() === '' || id === '') return 'something empty stands in the first line';
  if (fields.some(({ label, value }) => label.trim() === '' || value.trim() === '')) return 'a line is empty';
  const text = [severity, status, title, where, ...fields.flatMap(({ label, value }) => [label, value]), details].join(
    '\n',
  );
  return NOT_FOR_PEOPLE.exec(text)?.[0];
}

/** Every value is deleted, and replaced by a word and by two of the others in turn: over hundreds of samples each kind of value meets each. */
function replacementsFor(index: number): typeof REPLACEMENTS {
  const [deleted, prototype, ...others] = REPLACEMENTS;
  const turn = [index % others.length, (index + 3) % others.length];
  return [deleted, prototype, ...turn.map((one) => others[one])].filter((one) => one !== undefined);
}

async function faultsOf(file: string, event: unknown): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [index, path] of pathsIn(event).entries()) {
    for (const [name, value] of replacementsFor(index)) {
      const contents = await outcomeOf(spoil(event, path, value));
      if (contents instanceof Error) continue;
      const found = contents.filter(isRendered).map(blameOf);
      faults.push(
        ...found.filter((fault) => fault !== undefined).map((fault) => `${file} ${pathText(path)} ${name}: ${fault}`),
      );
    }
  }
  return faults;
}

describe('every sample, with any one value deleted or replaced', async () => {
  for (const { name, samples } of (await readSamples()).filter(({ samples }) => samples.length > 0)) {
    test(`${name}: still a message with what is there, or a clear refusal`, async () => {
      const faults = await Promise.all(samples.map(({ file, event }) => faultsOf(file, event)));
      expect(faults.flat()).toEqual([]);
      expect(log.lines).toEqual([]);
    });
  }
});

/** A body of a tool of which too much is gone has the generic form. */
const FELL_BACK = /Cannot show a body of .* as nothing in it has the form of its documentation/;

test.each(bodyEvents().map(({ file, event }) => [file, event] as const))(
  'documented body %s, with any one value deleted or replaced: still a message with what is there, or a clear refusal',
  async (file, event) => {
    const before = log.lines.length;
    expect(await faultsOf(file, event)).toEqual([]);
    expect(log.lines.slice(before).filter((line) => !FELL_BACK.test(JSON.stringify(line)))).toEqual([]);
  },
);
