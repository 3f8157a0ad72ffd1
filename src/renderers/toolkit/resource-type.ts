import { getOwn } from '../../base/json.js';
import type { Words } from '../../text/words.js';

/** The start of a new word in a name written without spaces: `SecurityGroup`, `EKSCluster`. */
const WORD = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|::|_/;

/** Longest abbreviation kept in capitals: `EC2`, `VPC`, `RDS`. */
const MAX_ABBREVIATION = 3;

/**
 * Returns a resource type as a person says it, from any of AWS's three spellings: `AWS::EC2::Instance`,
 * `AwsEc2Instance` and `AWS_EC2_INSTANCE` are all `EC2 实例`. A kind without a word of ours stays AWS's.
 */
export function readableResourceType(type: string, { awsType }: Words): string {
  const [service = '', ...rest] = wordsIn(type);
  const whole = getOwn<string>(awsType, [service, ...rest].join(' ').toLowerCase());
  if (whole !== undefined || rest.length === 0) return whole ?? service;
  return `${service} ${getOwn<string>(awsType, rest.join(' ').toLowerCase()) ?? rest.join(' ')}`;
}

function wordsIn(type: string): readonly string[] {
  const [service = '', ...rest] = type
    .replace(/^(AWS::|AWS_|Aws(?=[A-Z]))/, '')
    .replace(/^RDSDB/, 'RDS_DB_')
    .replace(/^Dynamo(DB|Db)/, 'Dynamodb_')
    .split(WORD)
    .filter((word) => word !== '')
    .map(calm);
  const spelled = service === 'Dynamodb' ? 'DynamoDB' : service;
  return [spelled.length <= MAX_ABBREVIATION ? spelled.toUpperCase() : spelled, ...rest];
}

/** `INSTANCE` is shouted, `VPC` is a name. */
function calm(word: string): string {
  const shouted = word.length > MAX_ABBREVIATION && word === word.toUpperCase();
  return shouted ? `${word.slice(0, 1)}${word.slice(1).toLowerCase()}` : word;
}
