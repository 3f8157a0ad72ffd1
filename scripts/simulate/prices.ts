/** A list price of us-east-1, in US dollars, without free tiers and discounts for volume. */
interface Price {
  readonly dollars: number;
  readonly unit: string;
  /** The page that lists it. */
  readonly source: string;
}

/** The day on which the prices were last compared with the pages. */
export const PRICES_OF = '2026-11-30';

const LAMBDA = 'https://aws.amazon.com/lambda/pricing/';
const SQS = 'https://aws.amazon.com/sqs/pricing/';
const SECRETS_MANAGER = 'https://aws.amazon.com/secrets-manager/pricing/';
const CLOUDWATCH = 'https://aws.amazon.com/cloudwatch/pricing/';
const SNS = 'https://aws.amazon.com/sns/pricing/';

/** All prices that a bill is made of: there is no other place for one. */
export const PRICES = {
  lambdaSecond: { dollars: 0.000_013_333_4, unit: 'GB-second on arm64, init included', source: LAMBDA },
  lambdaRequest: { dollars: 0.2 / 1e6, unit: 'invocation', source: LAMBDA },
  fifoRequest: { dollars: 0.5 / 1e6, unit: 'request to a FIFO queue, for each 64 KiB', source: SQS },
  secretRead: { dollars: 0.05 / 1e4, unit: 'call of Secrets Manager', source: SECRETS_MANAGER },
  secret: { dollars: 0.4, unit: 'secret a month', source: SECRETS_MANAGER },
  logByte: { dollars: 0.5 / 1024 ** 3, unit: 'byte of log taken in', source: CLOUDWATCH },
  alarm: { dollars: 0.1, unit: 'alarm of one metric a month', source: CLOUDWATCH },
  metric: { dollars: 0.3, unit: 'metric of our own a month', source: CLOUDWATCH },
  dashboard: { dollars: 3, unit: 'dashboard a month, after three free ones', source: CLOUDWATCH },
  cloudWatchRequest: { dollars: 0.01 / 1000, unit: 'request to CloudWatch', source: CLOUDWATCH },
  metricDrawn: { dollars: 0.02 / 1000, unit: 'metric in a picture', source: CLOUDWATCH },
  snsToLambda: { dollars: 0, unit: 'message of SNS to Lambda', source: SNS },
} as const satisfies Readonly<Record<string, Price>>;
