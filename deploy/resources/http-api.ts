import { arnOf, type Resources, ref, sub } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/**
 * The fields of a request in the access log. `$context.path` has no query string: in the WeCom-compatible path it holds
 * a token.
 */
const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  sourceIp: '$context.identity.sourceIp',
  // The signer of the request, if IAM guards the door.
  caller: '$context.identity.userArn',
  latencyMs: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
});

/** Returns the HTTPS door: every request goes to `notify`, which knows its paths and checks the token. */
export function httpApi({ http, logRetentionInDays }: Settings): Resources {
  if (http === 'off') return {};
  return {
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
    HttpApiRoute: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: ref('HttpApi'),
        RouteKey: '$default',
        AuthorizationType: http === 'iam' ? 'AWS_IAM' : 'NONE',
        Target: { 'Fn::Join': ['/', ['integrations', ref('HttpApiIntegration')]] },
      },
    },
    HttpApiLogGroup: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        // Under vendedlogs, API Gateway needs no statement of its own in the account's log policy, which has little
        // room.
        LogGroupName: sub('/aws/vendedlogs/http-api/${AWS::StackName}'),
        RetentionInDays: logRetentionInDays,
      },
    },
    HttpApiStage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: ref('HttpApi'),
        StageName: '$default',
        AutoDeploy: true,
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 },
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
  };
}
