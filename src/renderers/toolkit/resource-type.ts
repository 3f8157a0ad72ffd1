/** The start of a new word in a name written without spaces: `SecurityGroup`, `EKSCluster`. */
const WORD = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|::|_/;

/** Longest abbreviation kept in capitals: `EC2`, `VPC`, `RDS`. */
const MAX_ABBREVIATION = 3;

/**
 * Returns a resource type as a person says it, from any of AWS's three spellings: `AWS::EC2::Instance`,
 * `AwsEc2Instance` and `AWS_EC2_INSTANCE` are all `EC2 Instance`.
 */
export function readableResourceType(type: string): string {
  const [service = '', ...rest] = type
    .replace(/^(AWS::|AWS_|Aws(?=[A-Z]))/, '')
    .replace(/^RDSDB/, 'RDS_DB_')
    .split(WORD)
    .filter((word) => word !== '')
    .map(calm);
  return [service.length <= MAX_ABBREVIATION ? service.toUpperCase() : service, ...rest].join(' ');
}

/** `INSTANCE` is shouted, `VPC` is a name. */
function calm(word: string): string {
  const shouted = word.length > MAX_ABBREVIATION && word === word.toUpperCase();
  return shouted ? `${word.slice(0, 1)}${word.slice(1).toLowerCase()}` : word;
}
