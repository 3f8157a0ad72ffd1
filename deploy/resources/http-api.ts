import { arnOf, type Resource, type Resources, ref, sub } from '../cloudformation.js';
import { either, type Flag, provided } from '../flag.js';
import type { Plan } from '../plan.js';
import { logicalIdOf, ROUTE_KEYS } from './route-keys.js';

/** The fields of a request in the access log: of its address only the route, as path and query may hold a token. */
const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  sourceIp: '$context.identity.sourceIp',
  // The signer of the request, if IAM guards the door.
  caller: '$context.identity.userArn',
  latencyMs: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
});

/**
 * The most requests a second to one route, and the most at once. Strangers cost no more than this, and a storm of real senders
 * stays below it: Alertmanager does not retry the 429 that API Gateway answers above it.
 */
const THROTTLE = { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 1000 };

/** Returns the routes by their logical ids: `$default` and those that the access log tells apart. */
function routes(doorByIam: Flag): Resources {
  return Object.fromEntries(
    ['$default', ...ROUTE_KEYS].map((key) => [
      logicalIdOf(key),
      {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: ref('HttpApi'),
          RouteKey: key,
          AuthorizationType: either(doorByIam, 'AWS_IAM', 'NONE'),
          Target: { 'Fn::Join': ['/', ['integrations', ref('HttpApiIntegration')]] },
        },
      },
    ]),
  );
}

/** Returns the HTTPS door: every request goes to `notify`, which knows its paths and checks the token. */
export function httpApi({ flags, value }: Plan): Resources {
  return provided<Resource>(flags.door, {
    HttpApi: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: ref('AWS::StackName'), ProtocolType: 'HTTP' },
    },
    HttpApiIntegration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: ref('HttpApi'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: arnOf('NotifyLambdaFunction'),
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: 29_000,
      },
    },
    ...routes(flags.doorByIam),
    HttpApiLogGroup: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        // Under vendedlogs, API Gateway needs no statement of its own in the account's log policy, which has little
        // room.
        LogGroupName: sub('/aws/vendedlogs/http-api/${AWS::StackName}'),
        RetentionInDays: value('logRetentionInDays'),
      },
    },
    HttpApiStage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: ref('HttpApi'),
        StageName: '$default',
        AutoDeploy: true,
        DefaultRouteSettings: THROTTLE,
        AccessLogSettings: { DestinationArn: arnOf('HttpApiLogGroup'), Format: ACCESS_LOG_FORMAT },
      },
    },
    HttpApiPermission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: ref('NotifyLambdaFunction'),
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${HttpApi}/*'),
      },
    },
  });
}
