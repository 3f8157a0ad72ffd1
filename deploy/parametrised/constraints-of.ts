import type { Form } from '../setting-form.js';
import type { Parameter } from './parameter.js';

/** Returns the type of a parameter, and what it takes. */
export function constraintsOf(
  form: Form,
): Pick<Parameter, 'Type' | 'AllowedValues' | 'AllowedPattern' | 'MinValue' | 'MaxValue'> {
  switch (form.kind) {
    case 'on-off':
      return { Type: 'String', AllowedValues: ['on', 'off'] };
    case 'one-of':
      return {
        Type: form.values.every((value) => typeof value === 'number') ? 'Number' : 'String',
        AllowedValues: form.values,
      };
    case 'number':
      return form.isOptional
        ? { Type: 'String', AllowedPattern: `^$|^${numberPattern(form.from, form.to)}$` }
        : { Type: 'Number', MinValue: form.from, MaxValue: form.to };
    case 'text':
      return { Type: 'String', ...(form.pattern && { AllowedPattern: anchored(form.pattern, form.isOptional) }) };
    default:
      return { Type: 'String' };
  }
}

/** Returns a pattern for the whole numbers from one power of ten up to and including another. */
function numberPattern(from: number, to: number): string {
  return `([1-9]\\d{${String(from).length - 1},${String(to).length - 2}}|${to})`;
}

function anchored(pattern: RegExp, isOptional = false): string {
  return `${isOptional ? '^$|' : ''}^${bare(pattern)}$`;
}

/** Returns a pattern without its ends, and with slashes as Java has them. */
export function bare({ source }: RegExp): string {
  return source.replace(/^\^|\$$/g, '').replaceAll('\\/', '/');
}
