import { PRESETS } from '../event-patterns.js';
import type { Parameter } from '../parametrised/parameter.js';
import { presetName, slotName } from '../parametrised/parameter-names.js';
import { PARAMETERS, SLOT_NUMBERS } from '../parametrised/parameters.js';
import type { SettingName } from '../plan.js';
import type { Form } from '../setting-form.js';
import type { Setting } from '../setting-rule.js';
import { RULES } from '../setting-rules.js';
import { encoded, hcl, namedAccounts, snake } from './hcl.js';
import { WRITTEN } from './terraform-variables.js';

/** Returns the file with the parameters of the stack, made of the variables. */
export function terraformParameters(): string {
  const entries = PARAMETERS.flatMap((parameter) => {
    const value = expressionOf(parameter);
    return value === undefined ? [] : [[parameter.name, value] as const];
  });
  const width = Math.max(...entries.map(([name]) => name.length));
  const lines = entries.map(([name, value]) => `    ${name.padEnd(width)} = ${value}`);
  return [WRITTEN, 'locals {', '  parameters = {', ...lines, '  }', '}\n'].join('\n');
}

/** Returns the value of a parameter, as an expression. `undefined` if no setting decides it. */
function expressionOf({ name, setting }: Parameter): string | undefined {
  if (setting === undefined) return undefined;
  const variable = `var.${snake(setting)}`;
  const { form }: Setting<unknown> = RULES[setting];
  const preset = Object.keys(PRESETS).find((one) => presetName(one) === name);
  if (preset !== undefined) return `contains(${variable}, ${hcl(preset)}) ? "on" : "off"`;
  const slot = SLOT_NUMBERS.find((one) => slotName(setting, one) === name);
  if (slot !== undefined) return entryOf(setting, slot);
  return setting === 'mentionOnAlarm'
    ? `join(",", [for one in split(",", ${variable}) : ${encoded('one')}])`
    : textOf(variable, form);
}

function entryOf(setting: SettingName, slot: number): string {
  return `try(var.${snake(setting)}[${slot - 1}], "")`;
}

function textOf(variable: string, form: Form): string {
  switch (form.kind) {
    case 'on-off':
      return `${variable} ? "on" : "off"`;
    case 'number':
      return form.isOptional ? `${variable} == null ? "" : tostring(${variable})` : `tostring(${variable})`;
    case 'one-of':
      return form.values.every((value) => typeof value === 'number') ? `tostring(${variable})` : variable;
    case 'list':
      return `join(",", ${variable})`;
    case 'map':
      return namedAccounts(variable);
    case 'text':
      return variable;
  }
}
