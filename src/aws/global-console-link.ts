import { parseArn } from './arn.js';

type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

const HOSTS: Readonly<Record<Partition, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** Pages that belong to an account and to no region. A name, if given, is appended to the path. */
const PAGES = {
  budgets: '/costmanagement/home#/budgets/overview',
  'cost-anomalies': '/costmanagement/home#/anomaly-detection/overview',
  health: '/health/home#/account/event-log?eventID=',
  'support-case': '/support/home#/case/?displayId=',
  'trusted-advisor': '/trustedadvisor/home#/dashboard',
} as const;

/** Longest link that WeCom accepts. */
const MAX_LINK_BYTES = 1024;

/** AWS Health has a host of its own outside China and GovCloud. */
const HEALTH_HOST = 'health.aws.amazon.com';

/**
 * Returns a link to a console page that belongs to no region, in the partition of `where`: a region's code or an ARN
 * (anything else means the `aws` partition). Returns `undefined` if it would be over 1,024 bytes.
 */
export function globalConsoleLink(page: keyof typeof PAGES, where: string, name = ''): string | undefined {
  const partition = partitionOf(where);
  const host = page === 'health' && partition === 'aws' ? HEALTH_HOST : HOSTS[partition];
  const link = `https://${host}${PAGES[page]}${encodeURIComponent(name.toWellFormed())}`;
  return Buffer.byteLength(link) > MAX_LINK_BYTES ? undefined : link;
}

function partitionOf(where: string): Partition {
  const said = parseArn(where)?.partition ?? where;
  if (said.startsWith('cn-') || said === 'aws-cn') return 'aws-cn';
  return said.startsWith('us-gov-') || said === 'aws-us-gov' ? 'aws-us-gov' : 'aws';
}
