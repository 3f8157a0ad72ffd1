import type { Form } from '../setting-form.js';

/** Returns the TypeScript type of what may be given for a setting, by its form. */
export function givenType(form: Form): string {
  switch (form.kind) {
    case 'text':
      return 'string';
    case 'one-of':
      return form.values.map(literal).join(' | ');
    case 'on-off':
      return "boolean | 'on' | 'off'";
    case 'number':
      return 'number';
    case 'list':
      return form.of.kind === 'one-of' ? `readonly (${givenType(form.of)})[]` : `readonly ${givenType(form.of)}[]`;
    case 'map':
      return 'Readonly<Record<string, string>>';
  }
}

/** Returns a value as TypeScript writes it. */
export function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : JSON.stringify(value);
}
