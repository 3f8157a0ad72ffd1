import { randomUUID } from 'node:crypto';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';

/** An SNS record as Lambda hands it over; each call is an occurrence of its own. */
export function snsEvent(message: string, id: string = randomUUID()): object {
  const TopicArn = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
  const Sns = { Type: 'Notification', MessageId: id, TopicArn, Subject: null, Message: message, MessageAttributes: {} };
  return {
    Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: { ...Sns, Timestamp: '2026-11-02T01:00:00.000Z' } }],
  };
}

/** An EventBridge event with the four parameters in `detail`. */
export function eventBridgeEvent(detail: object, id: string = randomUUID()): object {
  return {
    version: '0',
    id,
    'detail-type': 'WeCom Notification',
    source: 'com.example.shop',
    account: '111122223333',
    time: '2026-11-02T02:00:00Z',
    region: 'ap-southeast-1',
    resources: [],
    detail,
  };
}

/** A metric alarm that invokes the function itself. */
export function alarmEvent(alarmName: string): object {
  const alarmArn = `arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:${alarmName}`;
  const metric = {
    namespace: 'AWS/ApplicationELB',
    name: 'HTTPCode_Target_5XX_Count',
    dimensions: { LoadBalancer: 'app/pay/1' },
  };
  const reasonData = JSON.stringify({
    version: '1.0',
    statistic: 'Sum',
    period: 60,
    recentDatapoints: [23],
    threshold: 10,
  });
  const timestamp = '2026-11-02T01:58:15.490+0000';
  return {
    source: 'aws.cloudwatch',
    alarmArn,
    accountId: '111122223333',
    time: timestamp,
    region: 'ap-southeast-1',
    alarmData: {
      alarmName,
      state: { value: 'ALARM', reason: 'Threshold Crossed', reasonData, timestamp },
      previousState: { value: 'OK', reason: 'Threshold Crossed', timestamp: '2026-11-02T01:40:15.490+0000' },
      configuration: {
        metrics: [{ id: 'm1', metricStat: { metric, period: 60, stat: 'Sum' }, returnData: true }],
      },
    },
  };
}

/** What a request to the door may differ in. */
export interface DoorRequest {
  readonly method?: string;
  readonly path?: string;
  /** `undefined` sends no header. */
  readonly authorization?: string | undefined;
  readonly contentType?: string;
  readonly body?: string;
  readonly base64?: boolean;
}

const OPEN: Required<Omit<DoorRequest, 'authorization'>> = {
  method: 'POST',
  path: '/push',
  contentType: 'application/json',
  body: '{"push_message":"你好"}',
  base64: false,
};

function headersOf(request: DoorRequest): Record<string, string> {
  const authorization = 'authorization' in request ? request.authorization : `Bearer ${SAMPLE_TOKEN}`;
  return { 'content-type': request.contentType ?? OPEN.contentType, ...(authorization && { authorization }) };
}

/** A request by HTTP API (payload format 2.0). */
export function httpApiEvent(request: DoorRequest = {}): object {
  const { method, path, body, base64 } = { ...OPEN, ...request };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: headersOf(request),
    requestContext: {
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com',
      http: { method, path, sourceIp: '198.51.100.7' },
      requestId: randomUUID(),
    },
    body: base64 ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: base64,
  };
}

/** A request by REST API (v1). */
export function restApiEvent(request: DoorRequest = {}): object {
  const { method, path, body } = { ...OPEN, ...request };
  return {
    resource: path,
    path,
    httpMethod: method,
    headers: headersOf(request),
    queryStringParameters: null,
    requestContext: {
      resourcePath: path,
      httpMethod: method,
      requestId: randomUUID(),
      identity: { sourceIp: '198.51.100.7', userArn: null },
    },
    body,
    isBase64Encoded: false,
  };
}

/** A request by an Application Load Balancer. */
export function albEvent(request: DoorRequest = {}): object {
  const { method, path, body } = { ...OPEN, ...request };
  const targetGroupArn =
    'arn:aws:elasticloadbalancing:ap-southeast-1:111122223333:targetgroup/wecomrobot/6d0ecf831eec9f09';
  const requestContext = { elb: { targetGroupArn } };
  return {
    requestContext,
    httpMethod: method,
    path,
    queryStringParameters: {},
    headers: headersOf(request),
    body,
    isBase64Encoded: false,
  };
}
