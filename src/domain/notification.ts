import type { Graph, Plot, Unplotted } from './graph.js';

/** Every severity, the most severe first. */
export const SEVERITIES = ['critical', 'error', 'warning', 'info', 'recovery'] as const;

/** The severity of a notification. One table (`text/severity.ts`) gives each its emoji, colour and word. */
export type Severity = (typeof SEVERITIES)[number];

/** Returns the rank of a severity: 0 is the most severe. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Every format, the default first. */
export const FORMATS = ['text', 'markdown', 'markdown_v2'] as const;

/** The WeCom message type a notification is composed as. */
export type Format = (typeof FORMATS)[number];

/**
 * The people mentioned. `people` are names from the secret's `people` map, resolved to mobiles once the secret is read.
 */
export interface Mentions {
  readonly all: boolean;
  readonly mobiles: readonly string[];
  readonly userIds: readonly string[];
  readonly people: readonly string[];
}

/** Mentions no one. */
export const NOBODY: Mentions = { all: false, mobiles: [], userIds: [], people: [] };

/** The robot that messages go to if nothing says otherwise. */
export const DEFAULT_ROBOT = 'default';

/** Longest name of a robot, in UTF-8 bytes: percent-encoded, it is still a valid MessageGroupId. */
export const MAX_ROBOT_BYTES = 40;

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

/** The name of every source, as rules and logs give it. */
export const SOURCE_NAMES = ['sns', 'eventbridge', 'alarm', 'http', 'invoke', 'sqs'] as const;

/** The kind of source an event came through. */
export type SourceName = (typeof SOURCE_NAMES)[number];

/** Properties that rules match on besides the rest of {@link Origin}. They decide the route and are not queued. */
export interface Facts {
  /** EventBridge's `source`: `aws.rds`. */
  readonly eventSource?: string;
  /** Namespaces of an alarm's metrics: `AWS/RDS`. */
  readonly namespaces?: readonly string[];
  /** Values of an alarm's dimensions by name. */
  readonly dimensions?: Readonly<Record<string, readonly string[]>>;
  /** Types of a security finding: `UnauthorizedAccess:EC2/SSHBruteForce`. */
  readonly findingTypes?: readonly string[];
  /** ARNs and names of what it is about. */
  readonly resources?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** The state that an alarm's OK came after, in AWS's own word. */
  readonly previousState?: string;
}

/** The origin of a notification, which rules match on and logs name. Never shown as such. */
export interface Origin {
  readonly source: SourceName;
  readonly account?: string;
  readonly region?: string;
  /** The state in AWS's own word: `ALARM`, `FAILED`, … */
  readonly state?: string;
  readonly alarmName?: string;
  /** The SNS topic's name. */
  readonly topic?: string;
  /** Set if its sender may reach only the robot it is meant for: it is never sent to another one. */
  readonly isConfined?: boolean;
  /** Alertmanager's or Grafana's labels. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly facts?: Facts;
  /** Set for a composite alarm, which comes first among alarms of one severity. */
  readonly isComposite?: true;
}

/** The wishes stated in the message itself, which override every rule. */
export interface Overrides {
  /** A robot's *name* in the secret, never its key. */
  readonly robot?: string;
  readonly mentions?: Mentions;
  readonly format?: Format;
  /** Stated in the message or in an SNS attribute: stronger than every other statement. */
  readonly severity?: Severity;
}

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

export type Content = WrittenContent | RenderedContent | NativeContent;

/** The content and overrides that a source read, before routing has chosen the recipient. */
export type Draft = Content & {
  readonly overrides: Overrides;
  /** The severity in the last line of an alarm's description. It grades the alarm, never its recovery. */
  readonly describedSeverity?: Severity;
  /** The measurement that its graph would show, or the reason why it has none. */
  readonly plot?: Plot | Unplotted;
};

/** The recipient and format that routing adds. */
export interface Addressing {
  /** The robot's name in the secret. */
  readonly robot: string;
  readonly mentions: Mentions;
  readonly format: Format;
  /** The delay until it is shown, in milliseconds. Set only if it is worth mentioning. */
  readonly delayMs?: number;
  /** Set if the group may have seen it before, because an earlier attempt was not confirmed. */
  readonly mayBeRepeat?: boolean;
  /** Set if it stands for all changes of an alarm that flaps: its ALARMs within half an hour, and whether it calls people. */
  readonly flaps?: { readonly count: number; readonly calls: boolean };
  /** The number of this part of a long text, counted from 1. */
  readonly part?: { readonly number: number; readonly of: number };
  /** The measurement behind the graph that is wanted, until that is made. Not queued. */
  readonly plot?: Plot | Unplotted;
  /** A picture that may follow it, if nothing else waits then. */
  readonly graph?: Graph;
  /** Set if it is dropped rather than shown late, twice, or before something else that waits. */
  readonly isOptional?: true;
}

/** One message for one robot: the one domain type between AWS and WeCom. */
export type Notification = Content & Addressing;

/** Identifies a message among all: one occurrence, one part of it, one robot. A repeat is dropped. */
export function identityOf({ id, part, robot }: Notification): string {
  return JSON.stringify([id, part?.number ?? 1, robot]);
}

/** An event that is not shown by design: Health's backup copies, muted and suppressed alarms, a rule's `drop`. */
export interface Skipped {
  readonly id: string;
  readonly source: SourceName;
  readonly renderer: string;
  /** The reason, in English, for the log and for `preview`. */
  readonly skipped: string;
}
