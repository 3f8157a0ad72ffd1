import { inputsOfParameters } from '../parametrised/inputs-of-parameters.js';
import { planOf } from '../plan.js';
import { outputsOfPlan } from '../template.js';
import { hcl, snake } from './hcl.js';
import { WRITTEN } from './terraform-variables.js';

/** Returns the file with the outputs of the stack. One that a stack does not have is null. */
export function terraformOutputs(): string {
  const outputs = Object.entries(outputsOfPlan(planOf(inputsOfParameters())));
  const blocks = outputs.map(([name, { Description }]) =>
    [
      `output "${snake(name)}" {`,
      `  description = ${hcl(Description)}`,
      `  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, ${hcl(name)}, null)`,
      '}\n',
    ].join('\n'),
  );
  return [WRITTEN, ...blocks].join('\n');
}
