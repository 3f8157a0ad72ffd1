import { PARAMETERS, SLOTS } from '../parametrised/parameters.js';
import { MAX_ACCOUNT_NAMES_LENGTH } from '../parametrised/stricter-constraints.js';
import type { SettingName } from '../plan.js';
import type { Form } from '../setting-form.js';
import type { Setting } from '../setting-rule.js';
import { ROWS } from '../setting-rules.js';
import { SETTING_TEXTS } from '../setting-texts.js';
import { hcl, namedAccounts, snake } from './hcl.js';

/** The first line of the file, which names what it is made of. */
export const WRITTEN =
  '# Written from deploy/setting-rules.ts and the parameters of the template: npx vitest run test/deploy/derived.test.ts --update\n';

/** Most characters of the name of an account. */
const MAX_NAME_LENGTH = 64;
const PLACES = `each once, ${SLOTS} at most; "" keeps the place of one that was removed`;

/** The values of variables that take others than their settings, as words that follow "must be". */
const OTHERWISE: Readonly<Partial<Record<SettingName, string>>> = {
  topicArns: `a list of ARNs of SNS topics (FIFO topics invoke no functions), ${PLACES}, as a topic that moves loses its subscription`,
  trustedAccountIds: `a list of 12-digit account ids in quotes, ${PLACES}`,
  accountNames: `a map of 12-digit account ids in quotes to names without , ; = :, of ${MAX_NAME_LENGTH} characters each and ${MAX_ACCOUNT_NAMES_LENGTH} in all, a Chinese one counted as nine`,
};

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
    ...(condition === undefined ? [] : validation(condition, `The setting must be ${OTHERWISE[name] ?? allowed}.`)),
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
      return listCondition(name, form.of, variable);
    case 'map':
      return `alltrue([for id, name in ${variable} : can(regex("^\\\\d{12}$", id)) && can(regex("^[^,;=:，：\\\\n]{1,${MAX_NAME_LENGTH}}$", name))]) && length(${namedAccounts(variable)}) <= ${MAX_ACCOUNT_NAMES_LENGTH}`;
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

function listCondition(name: SettingName, form: Form, variable: string): string {
  const one =
    form.kind === 'one-of' ? `contains(${hcl(form.values)}, one)` : (matches(patternOf(name), 'one') ?? 'true');
  const isFree = hasPlaces(name) || form.kind === 'one-of' ? '' : 'one != "" && ';
  const given = hasPlaces(name) ? `compact(${variable})` : variable;
  return [
    `alltrue([for one in ${variable} : ${isFree}${one}])`,
    `length(distinct(${given})) == length(${given})`,
    ...(hasPlaces(name) ? [`length(${variable}) <= ${SLOTS}`] : []),
  ].join(' && ');
}

/** Returns true if each entry has a parameter of its own. */
function hasPlaces(name: SettingName): boolean {
  return PARAMETERS.filter(({ setting }) => setting === name).length === SLOTS;
}
