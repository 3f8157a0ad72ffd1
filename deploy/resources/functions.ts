import { arnOf, type Resource, type Resources, sub } from '../cloudformation.js';
import { entries } from '../flag.js';
import type { Plan, SettingName } from '../plan.js';
import type { FunctionName } from '../setting-rule.js';

/** The folder of the built functions in their zip. */
export const CODE_FOLDER = 'dist/function';
const RUNTIME = 'nodejs24.x';

/** One function: its logical ids, and what it has of its own. */
interface Made {
  readonly functionId: string;
  readonly logGroupId: string;
  readonly roleId: string;
  /** The longest that an invocation may take, seconds. */
  readonly timeout: number;
  readonly memorySize: SettingName;
  readonly concurrency: SettingName;
}

/** The functions by name. */
export const FUNCTIONS: Readonly<Record<FunctionName, Made>> = {
  // Reads events and puts notifications on the queue. API Gateway waits for 29 seconds.
  notify: {
    functionId: 'NotifyLambdaFunction',
    logGroupId: 'NotifyLogGroup',
    roleId: 'NotifyRole',
    timeout: 29,
    memorySize: 'notifyMemorySize',
    concurrency: 'notifyConcurrency',
  },
  // Drains the queue and posts to WeCom. Invoked plainly (npm run ping) it posts at once.
  deliver: {
    functionId: 'DeliverLambdaFunction',
    logGroupId: 'DeliverLogGroup',
    roleId: 'DeliverRole',
    timeout: 60,
    memorySize: 'deliverMemorySize',
    concurrency: 'deliverConcurrency',
  },
};

/** The names of the functions. */
export const FUNCTION_NAMES = ['notify', 'deliver'] as const satisfies readonly FunctionName[];

/** The variables of each function. */
type Environments = Readonly<Record<FunctionName, Readonly<Record<string, unknown>>>>;

/**
 * Returns the functions and their log groups: the one place of handler, runtime, timeout, memory, environment, concurrency and
 * logging. Each way of deploying adds `Code`, the zip that has {@link CODE_FOLDER}.
 */
export function functions(plan: Plan, environments: Environments): Resources {
  return Object.fromEntries(
    FUNCTION_NAMES.flatMap((name) => [
      [FUNCTIONS[name].logGroupId, logGroup(name, plan)],
      [FUNCTIONS[name].functionId, functionOf(name, plan, environments)],
    ]),
  );
}

function logGroup(name: FunctionName, { value }: Plan): Resource {
  return {
    Type: 'AWS::Logs::LogGroup',
    Properties: {
      LogGroupName: sub(`/aws/lambda/\${AWS::StackName}-${name}`),
      RetentionInDays: value('logRetentionInDays'),
    },
  };
}

function functionOf(name: FunctionName, { value, isGiven, layers }: Plan, environments: Environments): Resource {
  const { logGroupId, roleId, timeout, memorySize, concurrency } = FUNCTIONS[name];
  return {
    Type: 'AWS::Lambda::Function',
    DependsOn: [logGroupId, roleId],
    Properties: {
      FunctionName: sub(`\${AWS::StackName}-${name}`),
      Handler: `${CODE_FOLDER}/${name}.handler`,
      Runtime: RUNTIME,
      Architectures: [value('architecture')],
      MemorySize: value(memorySize),
      Timeout: timeout,
      Role: arnOf(roleId),
      Environment: { Variables: environments[name] },
      ...entries(isGiven(concurrency), { ReservedConcurrentExecutions: value(concurrency) }),
      ...entries(layers.isGiven, { Layers: layers.arns }),
      LoggingConfig: { LogFormat: 'JSON' },
    },
  };
}
