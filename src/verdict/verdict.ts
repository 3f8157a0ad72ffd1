import { type Assessment, NO_SIGN } from './assessment.js';
import { decide } from './decide.js';
import { weigh } from './weigh.js';
import { type Reading, readSentence, readState } from './words/read-text.js';

/**
 * Judges a JSON value: an object, a list (the worst of its elements counts) or a text. Independent of the order of keys.
 * @param headings names it came under: its type, its subject.
 */
export function judgeEvent(value: unknown, headings: readonly string[] = []): Assessment {
  return decide(weigh(value, headings));
}

/** Judges a state in a service's or tool's own words: `FAILED`, `NOT_STALLED`, `已恢复`. */
export function judgeState(text: string): Assessment {
  return stated(readState(text));
}

/** Judges a sentence of a service that tells what happened to a database, a cache or a cluster. */
export function judgeSentence(text: string): Assessment {
  return stated(readSentence(text));
}

/** Judges what stands at the start of a subject or a text: `[FIRING:2] …`, `Build FAILURE: …`, `【失败】…`. */
export function judgeHeading(text: string): Assessment {
  return decide(weigh({}, [text]));
}

function stated(reading: Reading | undefined): Assessment {
  return reading === undefined
    ? NO_SIGN
    : { severity: reading.severity, standing: reading.standing, certainty: 'stated' };
}
