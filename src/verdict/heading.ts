import { keyWords } from '../base/key-words.js';
import { addSign, type Evidence } from './evidence.js';
import { readingOfGrade } from './readings.js';
import { gradeOf } from './scale.js';
import { noteDrill, noteSubject } from './subject.js';
import { readHeading, readTitle } from './words/read-text.js';

/** Adds the name of an event. */
export function addEvent(evidence: Evidence, key: string, text: string, depth: number): void {
  if (text.length > 200) return;
  const words = keyWords(text);
  noteSubject(evidence, words);
  noteDrill(evidence, text);
  const reading = readHeading(text);
  // The kind of an event is good news only if it says so: Kubernetes calls every event `Normal`.
  if (reading?.standing !== 'ok' || !/^(?:normal|ok)$/i.test(text))
    addSign(evidence, 'event', key, text, depth, reading);
}

/** Adds a heading: a subject, a title, the first line of a text. */
export function addHeading(
  evidence: Evidence,
  key: string,
  text: string,
  depth: number,
  weight: 'event' | 'title' = 'event',
): void {
  const head = text.slice(0, 300);
  if (head === '') return;
  noteSubject(evidence, head.toLowerCase());
  noteDrill(evidence, head);
  const named = head.replace(KIND_OF_MESSAGE, ' ');
  addSign(evidence, weight, key, head, depth, weight === 'title' ? readTitle(named) : readHeading(named));
  const tag = /^\s*[[\u3010]([^\]\u3011]{1,20})[\]\u3011]/.exec(head)?.[1];
  if (tag !== undefined) addSign(evidence, 'severity', key, head, depth, readingOfGrade(gradeOf(tag)));
}

/** Names of events end in these whatever happened: `EC2 Instance State-change Notification` is no change of ours. */
const KIND_OF_MESSAGE = /\b(?:(?:state|status)[- ]?changed?|change|update|notification|event|webhook)s?\b/gi;
