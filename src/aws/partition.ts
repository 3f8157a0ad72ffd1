import { CONSOLE_HOSTS } from '../domain/console-hosts.js';
import { parseArn } from './arn.js';

/** A partition of AWS: accounts, ARNs and consoles of their own. */
export type Partition = keyof typeof CONSOLE_HOSTS;

/** Returns the partition of a region's code or an ARN. Anything else is taken for the partition `aws`. */
export function partitionOf(regionOrArn: string): Partition {
  const said = parseArn(regionOrArn)?.partition ?? regionOrArn;
  if (said.startsWith('cn-') || said === 'aws-cn') return 'aws-cn';
  return said.startsWith('us-gov-') || said === 'aws-us-gov' ? 'aws-us-gov' : 'aws';
}

/** Returns the console's host in the partition of a region's code or an ARN: China and GovCloud have their own domains. */
export function consoleHost(regionOrArn: string): string {
  return CONSOLE_HOSTS[partitionOf(regionOrArn)];
}
