import { shortened } from '../../base/shortened.js';
import type { WrittenContent } from '../../domain/content.js';
import type { Severity } from '../../domain/severity.js';
import { oneLine } from '../../text/one-line.js';

/** Longest title, in characters: it only names the message, in logs and in `详情见上一条`. */
const MAX_TITLE_CHARACTERS = 60;
/** Longest beginning of a message that is searched for its title, in characters. */
const MAX_HEAD = 1000;

/** A caller's own words, and where they came from. */
interface Writing extends Pick<WrittenContent, 'id' | 'renderer' | 'body' | 'occurredAt' | 'origin'> {
  /** The text whose first line names the message. Default the body. */
  readonly name?: string;
  /** Default info. */
  readonly severity?: Severity;
  readonly callsNobody?: true;
}

/** Makes a message of the caller's own words, which are sent as written. */
export function writtenContent({ name, ...writing }: Writing): WrittenContent {
  return { kind: 'written', severity: 'info', title: titleOf(name ?? writing.body), ...writing };
}

/** Returns the first line without a heading's mark, which would be noise inside other lines. */
function titleOf(text: string): string {
  const line = oneLine(text.trimStart().slice(0, MAX_HEAD).split('\n', 1).join()).replace(/^#+\s+/, '');
  return shortened(line, MAX_TITLE_CHARACTERS);
}
