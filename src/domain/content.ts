import type { Origin } from './origin.js';
import type { Severity } from './severity.js';

/** Longest link of a notification, in UTF-8 bytes. WeCom answers a longer URL with errcode 40039. */
export const MAX_URL_BYTES = 1024;

/** One line `label：value` of a rendered event. Both are for people: localised, one line, never empty. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** The change after which an alarm that flapped was steady. */
export interface SettledState extends Pick<Origin, 'account' | 'region'> {
  readonly renderer: string;
  readonly thing: string;
  /** When it changed, milliseconds since 1970. */
  readonly at: number;
}

/** One line of ours below the fields: about one of several things (`🔴 web-1:9100 已失联`), or a sentence of ours. */
export interface Row {
  /** The circle of a severity, or a dot, that the line of one of several things begins with. */
  readonly sign?: Severity | 'item';
  /** The last state of an alarm that it tells, for a group that has not read it. */
  readonly settled?: SettledState;
  readonly text: string;
}

/** The parts of every content. */
interface Base {
  /** Idempotency key: the same for every repeat of one occurrence, whichever source it comes through. */
  readonly id: string;
  /** Name of the renderer or payload that made it: `cloudwatch-alarm`, `push`, `text`, `generic`, … */
  readonly renderer: string;
  readonly severity: Severity;
  /** One line that names the subject: `支付网关 5xx > 10`. No emoji, no state, no place. */
  readonly title: string;
  /** Time of the occurrence, milliseconds since 1970. */
  readonly occurredAt: number;
  readonly origin: Origin;
}

/** A caller's own words: sent as written, split if too long. */
export interface WrittenContent extends Base {
  readonly kind: 'written';
  readonly body: string;
  /** True if its words leave a doubt whether it is bad news: it calls nobody, whatever a rule says. */
  readonly callsNobody?: true;
}

/** Content rendered from untrusted fields: one WeCom message, trimmed, its markup defused. */
export interface RenderedContent extends Base {
  readonly kind: 'rendered';
  /** Replaces the circle of its severity at its beginning: a clock for what is told again. */
  readonly icon?: 'clock';
  /** True if it is never one row of many: a summary or a reminder of several alarms, which is nothing without its rows. */
  readonly isWhole?: true;
  /** True if its words leave a doubt whether it is bad news: it calls nobody, whatever a rule says. */
  readonly callsNobody?: true;
  /** True if it is a tool's own test: routing says whom a real one would call. */
  readonly isTest?: true;
  /** The state in a person's words: `告警`, `恢复`, `失败`. */
  readonly status: string;
  /** Account and region in a person's words: `生产 ap-southeast-1`. May be empty. */
  readonly where: string;
  readonly fields: readonly Field[];
  /** Reason or description in somebody else's words, several lines allowed: each is marked as quoted. */
  readonly details?: string;
  readonly rows?: readonly Row[];
  readonly link?: string;
  /**
   * The thing with an identity of its own whose state it tells: an alarm, a contributor of one, an alert. Only messages
   * of one thing, renderer, account and region are states of each other. Absent for runs, tasks, events and findings.
   */
  readonly thing?: string;
  /** Its deciding fact for one row of many: `93.2 > 90%`. A row without one shows the status. */
  readonly brief?: string;
  /** The kind of trouble, by which many are counted: `RDS 磁盘`. */
  readonly category?: string;
  /** The page that lists everything of its kind which is still bad: CloudWatch's alarms in ALARM. */
  readonly listLink?: string;
  /** Set if it ends an alarm, and its event does not tell how long that lasted: the history of the alarm, or of its contributor, may. */
  readonly lacksDuration?: true | { readonly contributorId: string };
  /** The logs behind it: a query of Logs Insights, or a log group. */
  readonly logsLink?: string;
  /** The metric that it is about, if a metric filter of CloudWatch Logs may count it: then there are logs behind it. */
  readonly logMetric?: { readonly namespace: string; readonly name: string };
}

/** A WeCom message composed by the caller and passed through unchanged (see `wecom/api/message.ts`). */
export interface NativeContent extends Base {
  readonly kind: 'native';
  readonly native: Readonly<Record<string, unknown>>;
}

/** The content of a message, in one of three forms. */
export type Content = WrittenContent | RenderedContent | NativeContent;
