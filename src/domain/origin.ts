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
