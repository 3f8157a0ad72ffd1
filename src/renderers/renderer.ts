import type { ServiceEvent } from '../aws/service-event.js';
import type { Field, RenderedContent, Row } from '../domain/content.js';
import type { Plot, Unplotted } from '../domain/graph.js';
import type { Skipped } from '../domain/notification.js';
import type { Facts } from '../domain/origin.js';
import type { Severity } from '../domain/severity.js';
import type { Words } from '../text/words.js';

/** The context that every renderer receives besides the event. */
export interface RenderContext {
  /** Every word in the deployment's language. */
  readonly words: Words;
  /** IANA zone that times are shown in. */
  readonly timeZone: string;
  /** The account's name (`ACCOUNT_NAMES`, `accounts:`), else its id. */
  readonly accountName: (accountId: string) => string;
}

/** A renderer's result for an event. Strings are localised and raw: the composer defuses and trims them. */
export interface Rendered {
  readonly severity: Severity;
  /** State in a word: `words.status.alarm`, … */
  readonly status: string;
  /** One line that names the thing. */
  readonly title: string;
  /** In the order shown; `undefined` (nothing known) is left out. */
  readonly fields: readonly (Field | undefined)[];
  /** Reason or description in somebody else's words: AWS's, a person's, a program's. Each line is marked as quoted. */
  readonly details?: string | undefined;
  /** Lines of ours below. */
  readonly rows?: readonly Row[] | undefined;
  readonly link?: string | undefined;
  /** The thing with an identity of its own whose state it tells: see `RenderedContent`. */
  readonly thing?: string | undefined;
  /** Short facts for a row of many: see `RenderedContent`. */
  readonly brief?: string | undefined;
  readonly category?: string | undefined;
  readonly listLink?: string | undefined;
  /** Set if it ends an alarm and does not tell how long that lasted: see `RenderedContent`. */
  readonly lacksDuration?: RenderedContent['lacksDuration'] | undefined;
  /** The measurement that its graph shows, or the reason why it has none. Absent for what nobody expects a graph of. */
  readonly plot?: Plot | Unplotted | undefined;
  /** The logs behind it, or the metric that a metric filter may count: see `RenderedContent`. */
  readonly logsLink?: string | undefined;
  readonly logMetric?: RenderedContent['logMetric'] | undefined;
  /** The place as a person says it, if it is not the account and the region. */
  readonly where?: string | undefined;
  /** The labels that routing rules match on. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Set, like the next three, only if it differs from the event's own. */
  readonly id?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly occurredAt?: number | undefined;
  /** For routing rules: AWS's own word, and the alarm's name. */
  readonly state?: string | undefined;
  readonly alarmName?: string | undefined;
  /** For routing rules: what the event's own fields do not already tell (see `aws/facts-of.ts`). */
  readonly facts?: Facts | undefined;
  readonly isComposite?: boolean | undefined;
  /** True if the detail-type is newer than the renderer: the generic form then tells what this one left out. */
  readonly newer?: boolean | undefined;
  /** True if its words leave a doubt whether it is bad news: it calls nobody. */
  readonly callsNobody?: boolean | undefined;
  /** True if it is a tool's own test: it calls nobody, and says whom a real one would call. */
  readonly isTest?: boolean | undefined;
  /** Routing overrides requested by the event itself, named like SNS message attributes; not validated. */
  readonly overrideAttributes?: Readonly<Record<string, string>> | undefined;
  /** Words among those overrides that mean nothing: the message shows them. */
  readonly unknownOverrides?: readonly string[] | undefined;
}

/** One AWS service's events. Pure: no clock, no network, no configuration beyond the context. */
export interface Renderer {
  readonly name: string;
  /** Tests what distinguishes the event, cheaply; never throws. */
  matches(event: ServiceEvent): boolean;
  /** Missing, null or wrongly typed fields are left out, never shown and never fatal. */
  render(event: ServiceEvent, context: RenderContext): Rendered | Pick<Skipped, 'skipped'>;
}
