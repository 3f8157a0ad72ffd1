import { PARAMETERS, SLOTS } from '../parametrised/parameters.js';
import type { SettingName } from '../plan.js';
import type { Form } from '../setting-form.js';
import type { Setting } from '../setting-rule.js';
import { ROWS } from '../setting-rules.js';
import { SETTING_TEXTS } from '../setting-texts.js';
import { hcl, snake } from './hcl.js';

export const WRITTEN =
  '# Written from deploy/setting-rules.ts and the parameters of the template: npx vitest run test/deploy/derived.test.ts --update\n';

/** Returns the file with a variable for each setting. */
export function terraformVariables(): string {
  return [WRITTEN, ...ROWS.map(([name, row]) => variable(name as SettingName, row))].join('\n');
}

function variable(name: SettingName, { form, allowed, default: byDefault }: Setting<unknown>): string {
  const value = defaultOf(form, byDefault);
  const condition = conditionOf(name, form);
  return [
    `variable "${snake(name)}" {`,
    `  description = ${hcl(`${SETTING_TEXTS[name]['zh-CN']} ${SETTING_TEXTS[name].en}`)}`,
    `  type        = ${variableType(form)}`,
    `  default     = ${hcl(value)}`,
    ...(value === null ? [] : ['  nullable    = false']),
    ...(condition === undefined ? [] : validation(condition, `The setting must be ${allowed}.`)),
    '}\n',
  ].join('\n');
}

/** Returns the type of the variable of a setting, by its form. */
export function variableType(form: Form): string {
  switch (form.kind) {
    case 'text':
      return 'string';
    case 'one-of':
      return form.values.every((value) => typeof value === 'number') ? 'number' : 'string';
    case 'on-off':
      return 'bool';
    case 'number':
      return 'number';
    case 'list':
      return 'list(string)';
    case 'map':
      return 'map(string)';
  }
}

function defaultOf(form: Form, byDefault: unknown): unknown {
  if (form.kind === 'on-off') return byDefault === 'on';
  return form.kind === 'number' && byDefault === '' ? null : byDefault;
}

function validation(condition: string, message: string): readonly string[] {
  return ['', '  validation {', `    condition     = ${condition}`, `    error_message = ${hcl(message)}`, '  }'];
}

/** Returns what has to be true of a variable. `undefined` if its type says all. */
function conditionOf(name: SettingName, form: Form): string | undefined {
  const variable = `var.${snake(name)}`;
  switch (form.kind) {
    case 'one-of':
      return `contains(${hcl(form.values)}, ${variable})`;
    case 'number': {
      const range = `${variable} >= ${form.from} && ${variable} <= ${form.to} && floor(${variable}) == ${variable}`;
      return form.isOptional ? `${variable} == null ? true : ${range}` : range;
    }
    case 'list':
      return `${ofEach(name, form.of, variable)} && length(distinct(${variable})) == length(${variable})${mostOf(name, variable)}`;
    case 'map':
      return `alltrue([for id, name in ${variable} : can(regex("^\\\\d{12}$", id)) && can(regex("^[^,;=:]{1,64}$", name))])`;
    case 'text':
      return matches(patternOf(name), variable);
    default:
      return undefined;
  }
}

/** Returns the pattern of a setting's parameter, of a list of its first one. */
function patternOf(name: SettingName): string | undefined {
  return PARAMETERS.find(({ setting }) => setting === name)?.AllowedPattern;
}

function matches(pattern: string | undefined, value: string): string | undefined {
  return pattern && `can(regex(${hcl(pattern)}, ${value}))`;
}

function ofEach(name: SettingName, form: Form, variable: string): string {
  const one =
    form.kind === 'one-of'
      ? `contains(${hcl(form.values)}, one)`
      : `one != "" && ${matches(patternOf(name), 'one') ?? 'true'}`;
  return `alltrue([for one in ${variable} : ${one}])`;
}

/** The template has a number of parameters for some lists. */
function mostOf(name: SettingName, variable: string): string {
  const parameters = PARAMETERS.filter(({ setting }) => setting === name);
  return parameters.length === SLOTS ? ` && length(${variable}) <= ${SLOTS}` : '';
}
