import { partitionOf } from '../src/aws/partition.js';

/**
 * The regions that every account has. The list is closed: regions opened after March 2019 have to be switched on.
 * @see https://docs.aws.amazon.com/sns/latest/dg/lambda-prereq.html
 */
export const ALWAYS_ON: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/** Returns true for a region that an account has to switch on. The other partitions have none. */
export function isOptIn(region: string): boolean {
  return partitionOf(region) === 'aws' && !ALWAYS_ON.includes(region);
}

/** Returns true if SNS delivers from a topic's region to a function's. */
export function canDeliver(fromRegion: string, toRegion: string): boolean {
  return fromRegion === toRegion || !isOptIn(toRegion);
}

/** Returns the name under which SNS invokes a function, by the regions of both. */
export function snsPrincipal(fromRegion: string, toRegion: string): string {
  return fromRegion !== toRegion && isOptIn(fromRegion) ? `sns.${fromRegion}.amazonaws.com` : 'sns.amazonaws.com';
}
