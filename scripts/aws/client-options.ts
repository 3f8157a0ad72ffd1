import { serviceAddress } from '../../src/aws/service-address.js';
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
    // By one of its addresses `NO_PROXY` decides for all services of a region.
    const httpsAgent = await poolThroughProxy(serviceAddress('sts', region), systemClock);
    return { region, ...(httpsAgent && { requestHandler: { httpsAgent } }) };
  } catch (error) {
    if (error instanceof InvalidInputError) misuse(command, error.message);
    throw error;
  }
}
