import { expect, test } from 'vitest';
import type { Form } from '../../deploy/setting-form.js';
import { ROWS, RULES } from '../../deploy/setting-rules.js';
import { SETTING_TEXTS } from '../../deploy/setting-texts.js';
import { EVERYTHING } from './stack.js';

const REGION = 'ap-southeast-1';

/** Returns true if a form has room for a value. */
function holds(form: Form, value: unknown): boolean {
  switch (form.kind) {
    case 'text':
      if (value === '') return form.isOptional ?? form.pattern?.test('') ?? true;
      return typeof value === 'string' && (form.pattern?.test(value) ?? true);
    case 'one-of':
      return form.values.some((one) => one === value);
    case 'on-off':
      return value === 'on' || value === 'off';
    case 'number':
      if (value === '') return form.isOptional ?? false;
      return Number.isInteger(value) && Number(value) >= form.from && Number(value) <= form.to;
    case 'list':
      return Array.isArray(value) && value.every((one) => holds(form.of, one));
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

/** The values at the edges of a form, and one beyond each edge. */
function edges(form: Form): { readonly inside: readonly unknown[]; readonly outside: readonly unknown[] } {
  if (form.kind === 'one-of') return { inside: form.values, outside: ['somethingElse'] };
  if (form.kind === 'on-off') return { inside: ['on', 'off'], outside: ['', 'maybe'] };
  if (form.kind === 'number')
    return { inside: [form.from, form.to], outside: [form.from - 1, form.to + 1, form.from + 0.5] };
  if (form.kind === 'list') return { inside: [[]], outside: ['', [null]] };
  return { inside: [], outside: [1, null] };
}

test.each(ROWS)('form of %s: holds its default and another value that its rule allows', (name, { form, ...row }) => {
  for (const value of [row.default, EVERYTHING[name] ?? row.default]) {
    expect(row.read(value, REGION)).toBeDefined();
    expect(holds(form, value)).toBe(true);
  }
});

test.each(ROWS)('form of %s: its edges are those of its rule', (_, { form, read }) => {
  const { inside, outside } = edges(form);
  for (const value of inside) expect(read(value, REGION)).toBeDefined();
  for (const value of outside) {
    expect(read(value, REGION)).toBeUndefined();
    expect(holds(form, value)).toBe(false);
  }
});

test('setting texts: one sentence for every setting in both languages, short enough for a template', () => {
  expect(Object.keys(SETTING_TEXTS)).toEqual(Object.keys(RULES));
  for (const { en, 'zh-CN': zh } of Object.values(SETTING_TEXTS)) {
    expect(en).toMatch(/^[A-Z].*[^.]\.$/);
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(zh).not.toMatch(/[:;,()]\p{Script=Han}|\p{Script=Han}[:;,()]/u);
    expect(Buffer.byteLength(en)).toBeLessThanOrEqual(110);
    expect(Buffer.byteLength(zh)).toBeLessThanOrEqual(110);
  }
});
