import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { getOwn, type JsonObject, parseObject } from '../../src/base/json.js';
import { closeServer, listenOnLoopback } from '../net/loopback-server.js';
import { createPlannedFaults, type PlannedFaults } from '../net/planned-faults.js';
import { readBody } from '../net/request-body.js';
import { AWS_JSON, type AwsJsonAnswer, answerWith, failureOf, operationIn } from './aws-json.js';
import { drawWidget } from './draw-widget.js';
import { createMetricFilters, type MetricFilters } from './metric-filters.js';
import { createWatchedAlarms, type WatchedAlarms } from './watched-alarms.js';

/** A fault on demand: an answer after the client has given up, a reset connection, or an error by its `__type`. */
export type CloudWatchFault = 'hang' | 'reset' | 'garbage' | 'ThrottlingException' | 'AccessDeniedException';

/** One request to the endpoint. */
export interface CloudWatchRequest {
  readonly operation: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Amazon CloudWatch's alarms and pictures on this machine, for the real SDK. */
export interface CloudWatchEndpoint {
  /** The value for `AWS_ENDPOINT_URL_CLOUDWATCH`. */
  readonly endpoint: string;
  readonly alarms: WatchedAlarms;
  /** The metric filters of CloudWatch Logs: the endpoint is the value for `AWS_ENDPOINT_URL_CLOUDWATCH_LOGS` as well. */
  readonly metricFilters: MetricFilters;
  /** Oldest first. */
  readonly requests: readonly CloudWatchRequest[];
  /** Planned faults, of every operation or of one. */
  readonly faults: PlannedFaults<CloudWatchFault>;
  close(): Promise<void>;
}

const DRAW = 'GetMetricWidgetImage';

/**
 * Starts the endpoint of one account and region, which speaks AwsJson1_0, on a free port of 127.0.0.1.
 * @param place region and account, as an ARN has them: `ap-southeast-1:111122223333`.
 */
export async function startCloudWatch(place: string, clock: Clock = systemClock): Promise<CloudWatchEndpoint> {
  const alarms = createWatchedAlarms(place, clock.now);
  const metricFilters = createMetricFilters();
  const answers = { ...alarms.answers, ...metricFilters.answers };
  const requests: CloudWatchRequest[] = [];
  const faults = createPlannedFaults<CloudWatchFault>(Math.random, clock.now);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = parseObject((await readBody(request)).toString('utf8')) ?? {};
    const operation = operationIn(request.headers['x-amz-target']);
    requests.push({ operation, at: clock.now() });
    const fault = faults.take(operation);
    if (fault === 'hang') return; // Without an answer the client waits as long as it likes.
    if (fault !== undefined) return spoil(response, fault);
    const give = operation === DRAW ? draw(request) : getOwn(answers, operation);
    write(response, give ? await answerWith(() => give(asked)) : failureOf('UnknownOperationException'));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // The client went away while its request was read.
  });
  const port = await listenOnLoopback(server);
  const close = (): Promise<void> => closeServer(server);
  return { endpoint: `http://127.0.0.1:${port}`, alarms, metricFilters, requests, faults, close };
}

/** Answers as a fault has it. */
function spoil(response: ServerResponse, fault: Exclude<CloudWatchFault, 'hang'>): void {
  if (fault === 'reset') response.destroy();
  else if (fault === 'garbage') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
  else write(response, failureOf(fault));
}

/** Returns what draws for the region for which a request is signed. */
function draw({ headers }: IncomingMessage): (asked: JsonObject) => Promise<JsonObject> {
  const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
  return async ({ MetricWidget }) => ({
    MetricWidgetImage: (await drawWidget(MetricWidget, region)).toString('base64'),
  });
}

function write(response: ServerResponse, { status, body }: AwsJsonAnswer): void {
  response.writeHead(status, { 'content-type': AWS_JSON }).end(JSON.stringify(body));
}
