/** The parts of an Amazon Resource Name. Any may be empty; `resource` keeps its colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Services whose resource part is the bare name; everywhere else a type stands before it (`alarm:`, `instance/`). */
const WITHOUT_TYPE: ReadonlySet<string> = new Set(['codecommit', 'codepipeline', 's3', 'sns', 'sqs']);

/** A load balancer's or target group's random tail, a log group's `:*`, a function's `:$LATEST`: nothing a person would say. */
const TAIL = /(?<=.)\/[0-9a-f]{16}$|:(\*|\$LATEST)$/;

/**
 * The parts of an ARN, or `undefined` where the text is none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [arn, partition = '', service = '', region = '', account = '', ...resource] = text.trim().split(':');
  if (arn !== 'arn' || !partition.startsWith('aws') || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** What a person calls the resource: the name in an ARN (`service/prod/pay` is `prod/pay`), any other text as it is. */
export function resourceName(text: string): string {
  const arn = parseArn(text);
  const name = arn === undefined ? text : WITHOUT_TYPE.has(arn.service) ? arn.resource : afterType(arn.resource);
  return name.replace(TAIL, '').replace(/^targetgroup\//, '') || text;
}

function afterType(resource: string): string {
  const type = /^[\w-]+[/:]/.exec(resource)?.[0] ?? '';
  return resource.slice(type.length);
}
