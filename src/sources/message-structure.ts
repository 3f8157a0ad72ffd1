import { isObject, textAt } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';

/** Keys of a message with one text for each protocol. */
const PROTOCOLS: ReadonlySet<string> = new Set([
  ...['default', 'email', 'email-json', 'http', 'https', 'lambda', 'sms', 'sqs', 'firehose', 'application'],
  ...['ADM', 'APNS', 'APNS_SANDBOX', 'APNS_VOIP', 'APNS_VOIP_SANDBOX', 'BAIDU', 'FCM', 'GCM', 'MACOS', 'MPNS', 'WNS'],
]);

/**
 * Returns the text that SNS would have picked from a message with one text for each protocol, if its publisher forgot
 * `MessageStructure=json`; any other text unchanged.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function pickProtocol(text: string): string {
  const message = text.includes('"default"') ? parseMessage(text) : undefined;
  if (!isObject(message) || !Object.keys(message).every((key) => PROTOCOLS.has(key))) return text;
  return textAt(message, 'lambda') ?? textAt(message, 'default') ?? text;
}
