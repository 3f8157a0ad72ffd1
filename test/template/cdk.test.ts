import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TAG_VARIANTS } from '../../deploy/cdk/tag-variants.js';
import { readSettings } from '../../deploy/read-settings.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { at, objectAt, textAt } from '../../src/base/json.js';
import { REFUSED, VARIANTS } from '../deploy/variants.js';
import { installOnce } from '../support/install-once.js';
import { type CleanFolder, cleanFolder } from './clean-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const FUNCTIONS = ['NotifyLambdaFunction', 'DeliverLambdaFunction'];
const run = promisify(execFile);

/** One synthesis. */
interface Case {
  readonly region?: string;
  /** Makes a second wecomrobot in the same stack. */
  readonly isTwice?: boolean;
  /** Tags of the construct. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly props: Readonly<Record<string, unknown>>;
}

let packages: string;
let folder: CleanFolder;
beforeAll(async () => {
  packages = await installOnce({ from: HERE, name: 'template', print: (line) => console.log(line) });
  folder = await cleanFolder(packages);
  await copyFile(join(HERE, 'apps/synthesise.mjs'), join(folder.path, 'synthesise.mjs'));
  await writeFile(join(folder.path, 'routes.yml'), 'rules:\n  - { match: { service: [rds] }, robots: [dba] }\n');
});
afterAll(() => folder.remove());

/** Runs an app of CDK in the clean folder. Resolves to what became of each case. */
async function synthesise(cases: readonly Case[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  await writeFile(join(folder.path, 'cases.json'), JSON.stringify(cases));
  const app = run(process.execPath, ['synthesise.mjs', 'cases.json'], {
    cwd: folder.path,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse((await app).stdout);
}

/** Settings that say who is told, as every deployment has to. */
function told(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return settings['opsTopicArn'] || settings['opsEmail'] ? settings : { ...settings, opsEmail: 'none' };
}

/** Returns the synthesised resources without what is CDK's: the place of the code, and properties that are empty. */
function withoutOwn(template: unknown): unknown {
  const resources = Object.entries(objectAt(template, 'Resources')).map(([id, resource]) => {
    const { Code, ...properties } = objectAt(resource, 'Properties');
    expect(Code !== undefined).toBe(FUNCTIONS.includes(id));
    return [id, { ...objectAt(resource), Properties: properties }];
  });
  return Object.fromEntries(resources);
}

test('WecomRobot: its resources and outputs are those of every other way of deploying, for every variant', async () => {
  const cases = VARIANTS.map(({ region, settings }) => ({ region, props: told(settings) }));
  const made = await synthesise(cases);
  for (const [index, { region, props }] of cases.entries()) {
    const settings = readSettings(props, region);
    const { error, template } = made[index] ?? {};
    expect(error).toBeUndefined();
    expect(withoutOwn(template)).toEqual(JSON.parse(JSON.stringify(resourcesOf(settings, region))));
    expect(objectAt(template, 'Outputs')).toEqual(JSON.parse(JSON.stringify(outputsOf(settings, region))));
  }
});

test('WecomRobot: tags of the construct are on every resource that takes some, in its form', async () => {
  const [made] = await synthesise([
    { region: 'us-east-1', tags: { team: 'ops' }, props: { opsEmail: 'ops@example.com' } },
  ]);
  const tagged = Object.values(objectAt(made, 'template', 'Resources')).flatMap((resource) => {
    const tags = at(resource, 'Properties', 'Tags');
    return tags === undefined ? [] : [[textAt(resource, 'Type') ?? '', tags] as const];
  });
  const forms = { standard: [{ Key: 'team', Value: 'ops' }], map: { team: 'ops' } };
  const all = Object.entries(TAG_VARIANTS).map(([type, variant]) => [type, forms[variant]]);
  expect(Object.fromEntries(tagged)).toEqual(Object.fromEntries(all));
});

test('WecomRobot: what packaging refuses is refused in the same words', async () => {
  const made = await synthesise(REFUSED.map(({ region, settings }) => ({ region, props: told(settings) })));
  for (const [index, { words }] of REFUSED.entries()) expect(made[index]?.['error']).toContain(words);
});

test('WecomRobot: what only CDK can do wrong is refused with what to do', async () => {
  const token = '$' + '{Token[TOKEN.123]}';
  const region = 'us-east-1';
  const [nowhere, here, elsewhere, second, unknown, nobody, ...rules] = await synthesise([
    { props: { opsEmail: 'none' } },
    { props: { opsEmail: 'none', region: 'cn-north-1' } },
    { region, props: { opsEmail: 'none', region: 'eu-west-1' } },
    { region, isTwice: true, props: { opsEmail: 'none' } },
    { region, props: { opsEmail: 'none', topicArns: [token] } },
    { region, props: {} },
    { region, props: { opsEmail: 'none', routes: { rules: [{ robot: 'dba' }] } } },
    { region, props: { opsEmail: 'none', routes: 'nowhere.yml' } },
    { region, props: { opsEmail: 'none', reminders: false, routes: { summary: [{ at: '09:00' }] } } },
  ]);
  expect(nowhere?.['error']).toBe(
    'SettingsError: Cannot make wecomrobot in a stack of any region as the region decides its resources: give the stack env: { region }, or the construct region: current value is empty',
  );
  expect(textAt(here, 'template', 'Resources', 'Queue', 'Type')).toBe('AWS::SQS::Queue');
  expect(elsewhere?.['error']).toContain('as it must be that of the stack, us-east-1: current value is eu-west-1');
  expect(second?.['error']).toContain('Cannot make a second wecomrobot in a stack');
  expect(unknown?.['error']).toContain('Cannot use the setting topicArns as it must be known when CDK runs');
  expect(nobody?.['error']).toContain('Cannot deploy as opsEmail or opsTopicArn must say who is told');
  expect(rules.map((one) => one['error'])).toEqual([
    expect.stringContaining('RouteError: Cannot use rules › rule 1 › robot as it must be'),
    expect.stringContaining('RouteError: nowhere.yml: Cannot read the file'),
    expect.stringContaining('Cannot use the setting reminders as it must be on for the summary'),
  ]);
});

test('WecomRobot: rules lie beside the functions, and other rules are another zip', async () => {
  const region = 'us-east-1';
  const keys = (
    await synthesise([
      { region, props: { opsEmail: 'none' } },
      { region, props: { opsEmail: 'none' } },
      { region, props: { opsEmail: 'none', routes: 'routes.yml' } },
      { region, props: { opsEmail: 'none', routes: { rules: [{ match: { service: ['rds'] }, robots: ['dba'] }] } } },
    ])
  ).map((made) => textAt(made, 'template', 'Resources', 'NotifyLambdaFunction', 'Properties', 'Code', 'S3Key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{64}\.zip$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(keys[3]).toBe(keys[2]);
});

test('WecomRobot: an app as cdk init makes it compiles under strict, with all of CDK’s declarations and ours, and runs', async () => {
  await copyFile(join(HERE, 'apps/app.ts'), join(folder.path, 'app.ts'));
  await compile('--strict');
  // CDK's own declarations do not keep this rule.
  await compile('--strict', '--exactOptionalPropertyTypes', '--skipLibCheck');
  expect(await readFile(join(folder.path, 'app.js'), 'utf8')).toContain('require("wecomrobot/cdk")');
  expect((await run(process.execPath, ['app.js'], { cwd: folder.path })).stdout).toBe('made');
});

async function compile(...rules: readonly string[]): Promise<void> {
  const options = ['--module', 'commonjs', '--target', 'es2022', '--moduleResolution', 'bundler'];
  const places = ['--typeRoots', join(ROOT, 'node_modules/@types'), '--types', 'node'];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, ...rules, ...options, ...places, 'app.ts'], { cwd: folder.path }).catch(
    ({ stdout }) => expect.fail(stdout),
  );
}
