import { at, objectAt } from '../src/base/json.js';
import type { Resources } from './cloudformation.js';
import { FUNCTIONS } from './resources/functions.js';
import type { FunctionName } from './setting-rule.js';

/** A function as the framework has it in serverless.yml. */
type FrameworkFunction = Readonly<Record<string, unknown>>;

/** The functions in the framework's form, and all other resources in CloudFormation's. */
export interface ForFramework {
  readonly functions: Readonly<Record<FunctionName, FrameworkFunction>>;
  readonly others: Resources;
}

/**
 * Takes the functions and their log groups out of the resources, in the form from which the framework makes the same ones again, with
 * the code that it has uploaded: its other commands, `deploy function` among them, know only functions of this form.
 */
export function forFramework(resources: Resources): ForFramework {
  const taken = Object.values(FUNCTIONS).flatMap(({ functionId, logGroupId }) => [functionId, logGroupId]);
  return {
    functions: { notify: functionOf('notify', resources), deliver: functionOf('deliver', resources) },
    others: Object.fromEntries(Object.entries(resources).filter(([id]) => !taken.includes(id))),
  };
}

function functionOf(name: FunctionName, resources: Resources): FrameworkFunction {
  const { functionId, logGroupId, roleId } = FUNCTIONS[name];
  const {
    Handler,
    Runtime,
    Architectures,
    MemorySize,
    Timeout,
    Environment,
    ReservedConcurrentExecutions,
    LoggingConfig,
  } = objectAt(resources[functionId], 'Properties');
  return {
    handler: Handler,
    runtime: Runtime,
    architecture: at(Architectures, 0),
    memorySize: MemorySize,
    timeout: Timeout,
    role: roleId,
    environment: at(Environment, 'Variables'),
    ...(ReservedConcurrentExecutions !== undefined && { reservedConcurrency: ReservedConcurrentExecutions }),
    logs: { logFormat: at(LoggingConfig, 'LogFormat') },
    logRetentionInDays: at(resources[logGroupId], 'Properties', 'RetentionInDays'),
  };
}
