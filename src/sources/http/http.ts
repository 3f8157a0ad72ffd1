import { InvalidInputError } from '../../domain/errors.js';
import type { Envelope } from '../envelope.js';
import type { Source } from '../source.js';
import { answered, answeringErrors, type Handled, type HttpContext } from './endpoint.js';
import { endpointAt } from './paths.js';
import { isRequest, readRequest } from './read-request.js';
import type { HttpRequest } from './request.js';
import { invalidReply, toLambdaResponse } from './respond.js';

/**
 * Returns the source of requests through API Gateway (REST or HTTP API), a function URL or a load balancer. A request is always
 * answered: with the result for its message, or with what is wrong with it.
 * @param envelopes the envelopes of events that a body may be.
 */
export function httpSource(envelopes: readonly Envelope[]): Source {
  return {
    name: 'http',
    matches: isRequest,
    async read(event, context) {
      const request = readRequest(event);
      if (!request) throw new TypeError('Cannot read the event as a request: call matches() first');
      const { drafts, skipped = [], reply, error } = await handle(request, { ...context, envelopes });
      return {
        drafts,
        skipped,
        ...(error !== undefined && { unread: [error] }),
        respond: (outcomes) => toLambdaResponse(reply(outcomes), request),
      };
    },
  };
}

/** The header that only SNS sets, on a delivery over HTTPS. */
const SNS_HEADER = 'x-amz-sns-message-type';

async function handle(request: HttpRequest, context: HttpContext): Promise<Handled> {
  if (request.headers.has(SNS_HEADER)) return refuseSns();
  const endpoint = isHealthCheck(request) ? endpointAt('/health', 'GET') : endpointAt(request.path, request.method);
  return answeringErrors(endpoint, (reply) => reply)(request, context);
}

/** Returns true for a load balancer's health check, which may use any path. */
function isHealthCheck({ kind, method, headers }: HttpRequest): boolean {
  return kind === 'alb' && method === 'GET' && (headers.get('user-agent')?.startsWith('ELB-HealthChecker/') ?? false);
}

/**
 * Refuses a delivery over HTTPS: with a signature to check, a subscription to confirm and retries for an hour at most, it is
 * worse than a subscription of the function.
 */
function refuseSns(): Handled {
  const rule = 'SNS is accepted through Lambda only: subscribe the function itself to the topic';
  const error = new InvalidInputError(SNS_HEADER, `Cannot read an SNS HTTPS delivery as ${rule}`);
  return { ...answered(invalidReply(error)), error };
}
