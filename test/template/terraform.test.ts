import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { snake } from '../../deploy/derived/hcl.js';
import { variableType } from '../../deploy/derived/terraform-variables.js';
import { inBucket, parametrisedTemplate } from '../../deploy/parametrised/parametrised-template.js';
import { ROWS } from '../../deploy/setting-rules.js';
import { arrayAt, at, objectAt, textAt } from '../../src/base/json.js';
import { installOnce } from '../support/install-once.js';

const MODULE = fileURLToPath(new URL('../../deploy/terraform', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const { Parameters, Outputs } = parametrisedTemplate(inBucket('0.1.0')).template;

/** The module's files, parsed by Terraform's own parser, each block by its kind and names. */
const files = new Map<string, unknown>();
let parse: (name: string, text: string) => Promise<unknown>;
beforeAll(async () => {
  const folder = await installOnce({ from: HERE, name: 'template', print: (line) => console.log(line) });
  ({ parse } = createRequire(join(folder, 'package.json'))('@cdktf/hcl2json'));
  for (const name of (await readdir(MODULE)).filter((one) => one.endsWith('.tf')))
    files.set(name, await parse(name, await readFile(join(MODULE, name), 'utf8')));
});

const variables = () => objectAt(files.get('variables.tf'), 'variable');
const stack = () => at(files.get('main.tf'), 'resource', 'aws_cloudformation_stack', 'wecomrobot', 0);
const parametersOf = () => Object.entries(objectAt(files.get('parameters.tf'), 'locals', 0, 'parameters'));

test('the module: Terraform’s parser reads every file, and none that is broken', async () => {
  expect([...files.keys()].sort()).toEqual([
    'main.tf',
    'outputs.tf',
    'parameters.tf',
    'place.tf',
    'variables.tf',
    'versions.tf',
  ]);
  await expect(parse('broken.tf', 'variable "secret_id" {')).rejects.toThrow();
});

test('the module: a variable for each setting, of its type, with a default and words in both languages', () => {
  expect(Object.keys(variables()).sort()).toEqual(ROWS.map(([name]) => snake(name)).sort());
  for (const [name, { form }] of ROWS) {
    const variable = at(variables(), snake(name), 0);
    expect(textAt(variable, 'type')).toBe(`\${${variableType(form)}}`);
    expect(objectAt(variable)).toHaveProperty('default');
    expect(objectAt(variable)).not.toHaveProperty('sensitive');
    expect(textAt(variable, 'description')).toMatch(/\p{Script=Han}.*。 [A-Z].*\.$/u);
  }
});

test('the module: refuses what the settings refuse, by a condition on that variable alone', () => {
  for (const [name, { form }] of ROWS) {
    const validations = arrayAt(variables(), snake(name), 0, 'validation');
    expect(validations).toHaveLength(form.kind === 'on-off' ? 0 : 1);
    for (const validation of validations) {
      const used = [...(textAt(validation, 'condition') ?? '').matchAll(/\bvar\.(\w+)/g)].map(([, one]) => one);
      expect(new Set(used)).toEqual(new Set([snake(name)]));
      expect(textAt(validation, 'error_message')).toMatch(/^The setting must be .*\.$/);
    }
  }
});

test('the module: gives the template each of its parameters, and no other, from variables that exist', () => {
  const given = [...parametersOf().map(([name]) => name), ...addedParameters()];
  expect(given.sort()).toEqual(Object.keys(objectAt(Parameters)).sort());
  const known = [...Object.keys(variables()), ...Object.keys(objectAt(files.get('place.tf'), 'variable'))];
  for (const [, file] of files) {
    const used = [...JSON.stringify(file).matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  }
});

/** The parameters that main.tf adds to those of the settings. */
function addedParameters(): readonly string[] {
  return [...(textAt(stack(), 'parameters') ?? '').matchAll(/^\s*(\w+)\s+=/gm)].map(([, name]) => name ?? '');
}

test('the module: a parameter gets a text or a number as the template has it', () => {
  for (const [name, value] of parametersOf()) {
    const isNumber = textAt(Parameters, name, 'Type') === 'Number';
    expect([name, String(value).startsWith('${tostring(')]).toEqual([name, isNumber]);
  }
});

test('the module: an output for each output of the template', () => {
  const outputs = Object.entries(objectAt(files.get('outputs.tf'), 'output'));
  expect(outputs.map(([name]) => name).sort()).toEqual(Object.keys(objectAt(Outputs)).map(snake).sort());
});

test('the module: the stack may make roles and include resources', () => {
  expect(arrayAt(stack(), 'capabilities')).toEqual(['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND']);
});

test('the module: nothing in the state is what CloudFormation gives back in ASCII only', () => {
  expect(objectAt(stack())).not.toHaveProperty('template_body');
  expect(textAt(stack(), 'template_url')).toContain('aws_s3_object.release["template.yml"].key');
  for (const name of ['AccountNames', 'MentionOnAlarm'])
    expect(textAt(Object.fromEntries(parametersOf()), name)).toContain('urlencode(');
  // All others are of values that are ASCII by their patterns.
  const free = ROWS.filter(([, { form }]) => form.kind === 'map' || (form.kind === 'text' && !form.pattern));
  expect(free.map(([name]) => name)).toEqual(['accountNames', 'mentionOnAlarm', 'timeZone', 'wecomBaseUrl']);
});

test('the module: every file of a release lies under a key of its content', () => {
  const objects = at(files.get('main.tf'), 'resource', 'aws_s3_object', 'release', 0);
  for (const file of ['resources.json', 'template.yml', 'wecomrobot.zip'])
    expect(textAt(objects, 'for_each')).toContain(`"${file}"`);
  expect(textAt(objects, 'key')).toContain('filesha256(');
});

test('the module: a stack whose functions would have names too long is refused', () => {
  const condition = textAt(files.get('place.tf'), 'variable', 'stack_name', 0, 'validation', 0, 'condition') ?? '';
  const most = /\{0,(\d+)\}/.exec(condition)?.[1];
  expect(1 + Number(most) + '-deliver'.length).toBe(64);
});

test.each(['README.md', 'README.zh-CN.md'])(
  'deploy/terraform/%s: its examples parse, and set what there is',
  async (name) => {
    const text = await readFile(join(MODULE, name), 'utf8');
    const examples = [...text.matchAll(/```hcl\n(.*?)```/gs)].map(([, one]) => one ?? '');
    expect(examples).toHaveLength(2);
    const known = [...Object.keys(variables()), ...Object.keys(objectAt(files.get('place.tf'), 'variable'))];
    for (const example of examples) {
      const module = at(await parse('example.tf', example), 'module', 'wecomrobot', 0);
      const set = Object.keys(objectAt(module)).filter((one) => one !== 'source');
      expect(set).toContain('ops_email');
      expect(set.filter((one) => !known.includes(one))).toEqual([]);
    }
  },
);
