import type { JsonObject } from '../base/json.js';
import type { SourceName } from '../domain/notification.js';

/**
 * One event of an AWS service or of an application, unwrapped from the road it came by: an SNS record, an EventBridge
 * envelope, an alarm's direct invocation and a plain invocation all become this, so that a renderer is written once.
 */
export interface ServiceEvent {
  readonly sourceName: SourceName;
  /** The road's own idempotency key: `sns:<MessageId>`, `eb:<id>`, … A renderer may know a better one. */
  readonly id: string;
  /** EventBridge `source`, such as `aws.codebuild`. Empty where the road has none. */
  readonly source: string;
  /** EventBridge `detail-type`. Empty where the road has none. */
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  /** ARNs. */
  readonly resources: readonly string[];
  /** EventBridge `detail`, or the whole JSON message of SNS, an alarm action or a plain invocation. `{}` for plain text. */
  readonly detail: JsonObject;
  /** The message as text where it is not JSON, or where an SNS message is: as it came. Empty otherwise. */
  readonly text: string;
  /** SNS subject. Empty where there is none. */
  readonly subject: string;
  /** SNS topic ARN. Empty where there is none. */
  readonly topicArn: string;
  /** SNS message attributes of type String, Number or String.Array (as its JSON text). */
  readonly attributes: Readonly<Record<string, string>>;
}
