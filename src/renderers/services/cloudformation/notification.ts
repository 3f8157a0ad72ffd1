import type { JsonObject } from '../../../base/json.js';

/** EventBridge keys, by the name of the line in the SNS message that holds the same value. */
const KEYS = {
  StackId: 'stack-id',
  StackName: 'stack-name',
  LogicalResourceId: 'logical-resource-id',
  ResourceType: 'resource-type',
  ResourceStatus: 'status',
  ResourceStatusReason: 'status-reason',
} as const;

/**
 * A stack's SNS message, lines of `Key='value'`, read into the shape of EventBridge's `detail`; `undefined` for any other text.
 * The resource's properties may hold anything, secrets too, and are not read.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html
 */
export function readStackNotification(text: string): JsonObject | undefined {
  if (!/^Stack(Id|Name)='/m.test(text) || !/^ResourceStatus='/m.test(text)) return undefined;
  const read = Object.entries(KEYS).map(([name, key]) => [key, lineOf(name, text)] as const);
  const detail = Object.fromEntries(read.filter(([, value]) => value !== undefined));
  const { 'logical-resource-id': id, 'stack-name': stack, 'resource-type': type, ...stackDetail } = detail;
  // The stack itself comes as a resource of itself: its name once is enough.
  return id === stack || (type === 'AWS::CloudFormation::Stack' && id === undefined)
    ? { ...stackDetail, 'stack-name': stack }
    : detail;
}

function lineOf(name: string, text: string): string | undefined {
  const value = new RegExp(`^${name}='(.*)`, 'm').exec(text)?.[1]?.replace(/'\s*$/, '');
  return value && value !== 'null' ? value : undefined;
}
