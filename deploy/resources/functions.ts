import { arnOf, type Resource, type Resources, sub } from '../cloudformation.js';
import { environmentsOf } from '../environments.js';
import type { FunctionName } from '../setting-rule.js';
import type { Settings } from '../settings.js';

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
  readonly memorySize: (settings: Settings) => number;
  /** Returns the invocations that are reserved. 0: none. */
  readonly concurrency: (settings: Settings) => number;
}

/** The functions by name. */
export const FUNCTIONS: Readonly<Record<FunctionName, Made>> = {
  // Reads events and puts notifications on the queue. API Gateway waits for 29 seconds.
  notify: {
    functionId: 'NotifyLambdaFunction',
    logGroupId: 'NotifyLogGroup',
    roleId: 'NotifyRole',
    timeout: 29,
    memorySize: ({ notifyMemorySize }) => notifyMemorySize,
    concurrency: ({ notifyConcurrency }) => notifyConcurrency,
  },
  // Drains the queue and posts to WeCom. Invoked plainly (npm run ping) it posts at once.
  deliver: {
    functionId: 'DeliverLambdaFunction',
    logGroupId: 'DeliverLogGroup',
    roleId: 'DeliverRole',
    timeout: 60,
    memorySize: ({ deliverMemorySize }) => deliverMemorySize,
    concurrency: ({ deliverConcurrency }) => deliverConcurrency,
  },
};

/** The names of the functions. */
export const FUNCTION_NAMES = ['notify', 'deliver'] as const satisfies readonly FunctionName[];

/**
 * Returns the functions and their log groups: the one place of handler, runtime, timeout, memory, environment, concurrency and
 * logging. Each way of deploying adds `Code`, the zip that has {@link CODE_FOLDER}.
 * @throws {SettingsError} If Lambda would not take their variables.
 */
export function functions(settings: Settings, region: string): Resources {
  const environments = environmentsOf(settings, region);
  return Object.fromEntries(
    FUNCTION_NAMES.flatMap((name) => [
      [FUNCTIONS[name].logGroupId, logGroup(name, settings)],
      [FUNCTIONS[name].functionId, functionOf(name, settings, environments[name])],
    ]),
  );
}

function logGroup(name: FunctionName, { logRetentionInDays }: Settings): Resource {
  return {
    Type: 'AWS::Logs::LogGroup',
    Properties: { LogGroupName: sub(`/aws/lambda/\${AWS::StackName}-${name}`), RetentionInDays: logRetentionInDays },
  };
}

function functionOf(name: FunctionName, settings: Settings, Variables: Readonly<Record<string, unknown>>): Resource {
  const { logGroupId, roleId, timeout, memorySize, concurrency } = FUNCTIONS[name];
  const reserved = concurrency(settings);
  return {
    Type: 'AWS::Lambda::Function',
    DependsOn: [logGroupId, roleId],
    Properties: {
      FunctionName: sub(`\${AWS::StackName}-${name}`),
      Handler: `${CODE_FOLDER}/${name}.handler`,
      Runtime: RUNTIME,
      Architectures: [settings.architecture],
      MemorySize: memorySize(settings),
      Timeout: timeout,
      Role: arnOf(roleId),
      Environment: { Variables },
      ...(reserved > 0 && { ReservedConcurrentExecutions: reserved }),
      LoggingConfig: { LogFormat: 'JSON' },
    },
  };
}
