import { partitionOf } from './partition.js';

/** Returns the address of a service in a region, as AWS's own clients have it unless they are told another. */
export function serviceAddress(service: string, region: string): URL {
  const domain = partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(`https://${service}.${region}.${domain}`);
}
