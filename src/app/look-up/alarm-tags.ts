import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { Draft } from '../../domain/notification.js';
import { createAskLimited } from '../../watch/limited.js';
import type { Watch } from '../../watch/watch.js';
import { isReadable, type Readable } from './readable-alarm.js';
import { createTimedMemory } from './timed-memory.js';

/** Most alarms of one event whose tags are asked for. */
const MAX_LOOK_UPS = 10;
/** Time for which tags are remembered, milliseconds: a new tag counts soon, and a storm asks once. */
const REMEMBERED_MS = 5 * 60_000;
/** Most alarms whose tags are remembered. */
const MAX_REMEMBERED = 500;

type Tags = Readonly<Record<string, string>>;

interface AlarmTagsParts extends Readable {
  /** Loads what asks CloudWatch. */
  readonly openWatch: () => Promise<Pick<Watch, 'alarmTags'>>;
  /** Returns true for an alarm whose tags decide and are not known from its event. */
  readonly wants: (draft: Draft) => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Adds to drafts the tags that rules look at and their events lack. Resolves to as many, in their order. Never rejects. */
export type AddTags = (drafts: readonly Draft[]) => Promise<readonly Draft[]>;

/** Creates it, for at most so many milliseconds. */
export function createAddTags({
  openWatch,
  wants,
  clock,
  log,
  ...readable
}: AlarmTagsParts): (drafts: readonly Draft[], waitMs: number) => Promise<readonly Draft[]> {
  const ask = createAskLimited({ message: 'tags not looked up', clock, log });
  const known = createTimedMemory<Tags>({ keptMs: REMEMBERED_MS, most: MAX_REMEMBERED, now: clock.now });

  /** Returns the ARN of an alarm whose tags decide and may be read. */
  function wantedArn(draft: Draft): string | undefined {
    if (!wants(draft)) return undefined;
    const { alarmName, facts } = draft.origin;
    if (!isReadable(draft, readable)) return undefined;
    return facts?.resources?.find((one) => one.startsWith('arn:') && one.endsWith(`:alarm:${alarmName}`));
  }

  return async (drafts, waitMs) => {
    const arns = drafts.map(wantedArn);
    const unknown = [...new Set(arns)].filter((arn) => arn !== undefined && known.get(arn) === undefined);
    const asked = unknown.flatMap((arn) => arn ?? []).slice(0, MAX_LOOK_UPS);
    const answers = await ask(
      asked.map((arn) => async (signal) => (await openWatch()).alarmTags(arn, signal)),
      waitMs,
    );
    for (const [index, arn] of asked.entries()) {
      const tags = answers[index];
      if (tags) known.set(arn, tags);
    }
    return drafts.map((draft, index) => withTags(draft, known.get(arns[index] ?? '')));
  };
}

function withTags(draft: Draft, tags: Tags | undefined): Draft {
  if (tags === undefined) return draft;
  return { ...draft, origin: { ...draft.origin, facts: { ...draft.origin.facts, tags } } };
}
