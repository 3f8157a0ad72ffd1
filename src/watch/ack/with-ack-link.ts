import { parseArn } from '../../aws/arn.js';
import { ACK_PATH } from '../../domain/ack-visit.js';
import type { HttpToken } from '../../domain/key-ring.js';
import type { Notification } from '../../domain/notification.js';
import { isRed } from '../../domain/severity.js';
import type { Words } from '../../text/words.js';
import { watchedRegions } from '../alarm/road.js';
import { writeAckLink } from './ack-link.js';

/** Returns the address of the page on which an alarm is taken; `undefined` if it cannot be taken there. */
export type AckAddress = (arn: string, at: number) => string | undefined;

/** The parts of making addresses. */
interface AddressParts {
  /** The door's address. Empty: there are no links. */
  readonly url: string;
  /** ARNs of the topics that lead here, the stack's own first: its account is ours. */
  readonly topics: readonly string[];
  readonly region: string;
  /** Returns the tokens that were read last, and waits for nothing: without them a message has no link. */
  readonly tokens: () => readonly HttpToken[];
}

/** Creates the maker of addresses, for alarms of this account in the regions that are watched. */
export function createAckAddress({ url, topics, region, tokens }: AddressParts): AckAddress {
  const [own] = topics.flatMap((topic) => parseArn(topic)?.account ?? []);
  const regions = watchedRegions(region, topics);
  return (arn, at) => {
    const alarm = parseArn(arn);
    if (url === '' || alarm?.account !== own || !regions.includes(alarm?.region ?? '')) return undefined;
    const signers = tokens();
    return signers.length === 0 ? undefined : `${url}${ACK_PATH}${writeAckLink(arn, at, signers)}`;
  };
}

/** Returns a message with the link by which its alarm is taken, if it is a red one of a CloudWatch alarm in ALARM. */
export function withAckLink(notification: Notification, address: AckAddress, words: Words): Notification {
  const { origin, severity } = notification;
  if (notification.kind !== 'rendered' || origin.state !== 'ALARM' || !isRed(severity)) return notification;
  const arn = origin.alarmName === undefined ? undefined : origin.facts?.resources?.find(isAlarm);
  const value = arn === undefined || origin.source === 'http' ? undefined : address(arn, notification.occurredAt);
  if (value === undefined) return notification;
  return { ...notification, fields: [...notification.fields, { label: words.alarm.takeIt, value }] };
}

function isAlarm(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'cloudwatch' && arn.resource.startsWith('alarm:');
}
