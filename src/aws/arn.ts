/** The parts of an Amazon Resource Name. Any may be empty; `resource` keeps its colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Longest ARN of any service, in characters. */
const MAX_ARN = 2048;

/** Services whose resource part is the bare name. In every other ARN a type comes first (`alarm:`, `instance/`). */
const WITHOUT_TYPE: ReadonlySet<string> = new Set(['codecommit', 'codepipeline', 's3', 'sns', 'sqs']);

/**
 * Suffixes no person would say: a load balancer's or target group's random one, a log group's `:*`, a function's
 * `:$LATEST`.
 */
const TAIL = /(?<=.)\/[0-9a-f]{16}$|:(\*|\$LATEST)$/;

/**
 * Returns the parts of an ARN, or `undefined` if the text is not an ARN.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  if (text.length > MAX_ARN) return undefined;
  const [arn, partition = '', service = '', region = '', account = '', ...resource] = text.trim().split(':');
  if (arn !== 'arn' || !partition.startsWith('aws') || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/**
 * Returns a person's name for the resource: the name in an ARN (`service/prod/pay` is `prod/pay`), other text
 * unchanged.
 */
export function resourceName(text: string): string {
  const arn = parseArn(text);
  const name = arn === undefined ? text : WITHOUT_TYPE.has(arn.service) ? arn.resource : afterType(arn.resource);
  return name.replace(TAIL, '').replace(/^targetgroup\//, '') || text;
}

function afterType(resource: string): string {
  const type = /^[\w-]+[/:]/.exec(resource)?.[0] ?? '';
  return resource.slice(type.length);
}
