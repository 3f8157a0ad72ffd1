/** The host of AWS's console in each partition. A page of one region has the region's code before it. */
export const CONSOLE_HOSTS = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
} as const;

/** AWS Health has a host of its own outside China and GovCloud. */
export const HEALTH_HOST = 'health.aws.amazon.com';

const HOSTS: readonly string[] = [...Object.values(CONSOLE_HOSTS), HEALTH_HOST];

/** Returns true for the host of a console of AWS's, in any partition, with or without a region before it. */
export function isConsoleHost(host: string): boolean {
  return HOSTS.some((known) => host === known || host.endsWith(`.${known}`));
}
