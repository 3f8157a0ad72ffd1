import { partitionOf } from '../../src/aws/partition.js';
import { systemClock } from '../../src/base/clock.js';
import type { HttpsPool } from '../../src/base/https-pool.js';
import { InvalidInputError } from '../../src/domain/errors.js';
import { poolThroughProxy } from '../../src/domain/pool-through-proxy.js';
import type { Command } from '../command-line/command.js';
import { misuse } from '../command-line/read-command-line.js';

/** The options of every client of AWS that a script makes. */
export interface ClientOptions {
  readonly region: string;
  readonly requestHandler?: { readonly httpsAgent: HttpsPool };
}

/**
 * Resolves to the options of AWS's clients in a region: through the proxy that the environment names, as the framework and the
 * command go. Ends the script if that is no proxy.
 */
export async function clientOptions(command: Command, region: string): Promise<ClientOptions> {
  try {
    const httpsAgent = await poolThroughProxy(addressIn(region), systemClock);
    return { region, ...(httpsAgent && { requestHandler: { httpsAgent } }) };
  } catch (error) {
    if (error instanceof InvalidInputError) misuse(command, error.message);
    throw error;
  }
}

/** Returns an address of AWS, by which `NO_PROXY` decides for all services of a region. */
function addressIn(region: string): URL {
  const domain = partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(`https://sts.${region}.${domain}`);
}
