import type { Severity } from '../../domain/severity.js';
import type { ToolWords } from '../../text/tool-words.js';
import type { Label, Status } from '../../text/words.js';
import type { Conditions } from './conditions.js';
import type { Excerpt } from './excerpt.js';

/** The meaning of an event: how bad it is, and the word for it in the first line. */
export type ToolVerdict = readonly [severity: Severity, status: Status | keyof ToolWords['status']];

/**
 * A verdict for all, or by the state in lower case (`open|opened`, `*` for any other; nothing beside a bar is no state): only for
 * words that mislead. One that names no state makes nothing milder that fails.
 */
export type ToolVerdicts = ToolVerdict | Readonly<Record<string, ToolVerdict>>;

/** The kind of a thing, in words of `text/<language>/tool.ts`. */
type ToolKind = keyof ToolWords['kind'];

/** The lines of a message, in order: what each shows, by its label. A value that is not a text says its kind: `duration as seconds`. */
type ToolFields = Readonly<Partial<Record<Label | keyof ToolWords['label'], Excerpt>>>;

/** The parts of an event, or of an element of a list, by which it is judged. */
export interface Judged {
  /** The state in the tool's words; without it and `grade`, the whole is judged. */
  readonly state?: Excerpt;
  /** How bad it is, in the tool's words. */
  readonly grade?: Excerpt;
  readonly verdict?: ToolVerdicts;
  /** True for events that no documentation lists: the judge reads the whole, and what the sender says of it is told. */
  readonly unlisted?: boolean;
}

/** A list, a line for each element. If the row itself says nothing of its state, the worst of the list counts. */
export interface ToolList extends Judged {
  /** The path of the list, or of an object: of its values, or of `key` and `value` if those are no objects. Without `state`, `grade` and `verdict`, its elements are not judged. */
  readonly path: string;
  readonly name: Excerpt;
  /** Besides the name, on the same line. */
  readonly told?: readonly Excerpt[];
  /** True if only what is bad has a line. */
  readonly onlyBad?: boolean;
}

/** A description of how to read one kind of a tool's events. */
export interface ToolRow extends Judged {
  /** The kind of thing it is about, before its name; without it, the name stands alone. */
  readonly kind?: ToolKind;
  /** Its name. Without one, an only element's of `each`. */
  readonly name?: Excerpt;
  readonly fields?: ToolFields;
  /** The sentence that a person or the tool wrote: it is quoted. */
  readonly details?: Excerpt;
  /** The page for people; what is not whole is left out. */
  readonly link?: Excerpt;
  /**
   * Domains of the tool's own at which opening the link does nothing but confirm what this group asked for: there it is shown,
   * though it holds a token. Any other is not shown, and the advice says so.
   */
  readonly confirms?: readonly string[];
  /** The thing to do about it, in words of `text/<language>/tool.ts`. */
  readonly advice?: keyof ToolWords['advice'];
  /** The place, after the title. */
  readonly where?: Excerpt;
  /** A thing with an identity that recovers: an alert's id, never a run's. By it flapping is told and messages fold. */
  readonly thing?: Excerpt;
  /** Labels that rules match on. */
  readonly labels?: Readonly<Record<string, Excerpt>>;
  readonly each?: ToolList;
  /** True for the tool's own test: it calls nobody, and says whom a real one would call. */
  readonly test?: boolean;
  /** States of a step on the way, in lower case, which nobody waits for. */
  readonly going?: readonly string[];
  /** Conditions on the body that pick this row, whatever the event is called. */
  readonly when?: Conditions;
}

/** One tool's webhook. */
export interface Tool {
  /** Its name in logs: its file's. */
  readonly name: string;
  /** Its name for people, before the thing, unless `text/<language>/tool.ts` has another (`service`). */
  readonly service: string;
  readonly match: {
    /** Headers that only this tool sends. They are enough. */
    readonly header?: Conditions;
    /** Paths that only this tool's body has; of several sets, one is enough. */
    readonly keys: Conditions | readonly Conditions[];
  };
  /** The path of an object that is unwrapped: its keys stand beside those of the body, and before them. Several if forms differ. */
  readonly within?: string | readonly string[];
  /** The name of the event: a path, or a header as `header:X-GitHub-Event`. Of several, the first that holds anything. */
  readonly event?: Excerpt;
  /** Shared by all rows but tests, unless they say otherwise. */
  readonly common?: ToolRow;
  /** By the event's name; several between bars (`opened|reopened`), all that begin alike with a `*`. The first counts. */
  readonly rows?: Readonly<Record<string, ToolRow>>;
  /** For any other event. Without it, those have the generic form. */
  readonly other?: ToolRow;
}

/** Describes a tool's webhook. */
export function webhook(tool: Tool): Tool {
  return tool;
}
