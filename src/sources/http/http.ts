import { InvalidInputError } from '../../domain/errors.js';
import type { ReadContext, Source } from '../source.js';
import { answered, type Handled } from './endpoint.js';
import { endpointAt } from './paths.js';
import { isRequest, readRequest } from './read-request.js';
import type { HttpRequest } from './request.js';
import { invalidReply, replyToError, toLambdaResponse } from './respond.js';

/**
 * A request through API Gateway (REST or HTTP API), a function URL or a load balancer. It is always answered: with what
 * became of its message, or with what is wrong with it. Its body is tried as a payload and as nothing else.
 */
export const http: Source = {
  name: 'http',
  matches: isRequest,
  async read(event, context) {
    const request = readRequest(event);
    if (!request) throw new TypeError('Cannot read the event as a request: ask matches() first');
    const { drafts, reply, error } = await handle(request, context);
    return {
      drafts,
      skipped: [],
      ...(error !== undefined && { unread: [error] }),
      respond: (outcomes) => toLambdaResponse(reply(outcomes), request),
    };
  },
};

/** What SNS says of a delivery over HTTPS, and nobody else says. */
const SNS_HEADER = 'x-amz-sns-message-type';

async function handle(request: HttpRequest, context: ReadContext): Promise<Handled> {
  if (request.headers.has(SNS_HEADER)) return refuseSns();
  const endpoint = isHealthCheck(request) ? endpointAt('/health', 'GET') : endpointAt(request.path, request.method);
  try {
    return await endpoint(request, context);
  } catch (error) {
    const reply = replyToError(error);
    if (!reply) throw error;
    return { ...answered(reply), error };
  }
}

/** A load balancer asks any path for its target's health. */
function isHealthCheck({ kind, method, headers }: HttpRequest): boolean {
  return kind === 'alb' && method === 'GET' && (headers.get('user-agent')?.startsWith('ELB-HealthChecker/') ?? false);
}

/** Its signature, its confirmation and its retries over an hour at most are a worse road than Lambda's own. */
function refuseSns(): Handled {
  const rule = 'SNS is taken from Lambda only: subscribe the function itself to the topic';
  const error = new InvalidInputError(SNS_HEADER, `Cannot read an SNS HTTPS delivery as ${rule}`);
  return { ...answered(invalidReply(error)), error };
}
