import { getOwn, type JsonObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import { humanizeConstant } from '../../toolkit/humanize-constant.js';

/** Services that AWS Health writes in capitals as one word; the others are abbreviations, and abuse and risk are not services. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['ABUSE', ''],
  ['APIGATEWAY', 'API Gateway'],
  ['AUTOSCALING', 'Auto Scaling'],
  ['CLOUDFRONT', 'CloudFront'],
  ['CLOUDWATCH', 'CloudWatch'],
  ['DIRECTCONNECT', 'Direct Connect'],
  ['DYNAMODB', 'DynamoDB'],
  ['ELASTICACHE', 'ElastiCache'],
  ['ELASTICLOADBALANCING', 'Elastic Load Balancing'],
  ['LAMBDA', 'Lambda'],
  ['OPENSEARCH', 'OpenSearch'],
  ['REDSHIFT', 'Redshift'],
  ['RISK', ''],
  ['ROUTE53', 'Route 53'],
  ['SAGEMAKER', 'SageMaker'],
]);

/** Returns `AWS Health RDS 运行故障`: the service and its event type code, in words if we have them. */
export function healthTitle(detail: JsonObject, words: Words): string {
  const service = textAt(detail, 'service') ?? '';
  const code = (textAt(detail, 'eventTypeCode') ?? '').replace(/^AWS_/, '').replace(`${service}_`, '');
  return `AWS Health ${SERVICES.get(service) ?? service} ${getOwn<string>(words.healthCode, code) ?? humanizeConstant(code)}`;
}
