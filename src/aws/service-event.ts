import type { JsonObject } from '../base/json.js';
import type { Origin, SourceName } from '../domain/origin.js';
import { parseArn } from './arn.js';

/**
 * One event of an AWS service or an application, unwrapped from its source: an SNS record, an EventBridge envelope, an
 * alarm's direct invocation and a plain invocation all become this, so that a renderer is written once.
 */
export interface ServiceEvent {
  readonly sourceName: SourceName;
  /** The source's own idempotency key: `sns:<MessageId>`, `eb:<id>`, … A renderer may know a better one. */
  readonly id: string;
  /** EventBridge `source`, such as `aws.codebuild`. Empty for other sources. */
  readonly source: string;
  /** EventBridge `detail-type`. Empty for other sources. */
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  /** ARNs. */
  readonly resources: readonly string[];
  /** EventBridge `detail`, or the whole JSON message of SNS, an alarm action or a plain invocation. `{}` for plain text. */
  readonly detail: JsonObject;
  /** The message as text if it is not JSON, or as it arrived if it is an SNS message. Empty otherwise. */
  readonly text: string;
  /** SNS subject. Empty if there is none. */
  readonly subject: string;
  /** SNS topic ARN. Empty if there is none. */
  readonly topicArn: string;
  /** The SQS queue whose message brought it, if one did. */
  readonly queue?: QueueOfEvent;
  /** SNS message attributes of type String, Number or String.Array (as its JSON text). */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The SQS queue that an event came through. */
export interface QueueOfEvent {
  readonly arn: string;
  /** ARN of the queue whose consumer gave the message up. SQS sets it on what a redrive policy moved. */
  readonly deadLetterOf?: string | undefined;
}

/** Returns where an event came from, as far as the event itself tells. */
export function originOf({ sourceName, account, region, topicArn }: ServiceEvent): Origin {
  const topic = parseArn(topicArn)?.resource;
  return { source: sourceName, ...(account && { account }), ...(region && { region }), ...(topic && { topic }) };
}
