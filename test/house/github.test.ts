import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { arrayAt, at, isObject, objectAt, textAt } from '../../src/base/json.js';
import { ROOT } from './code-files.js';

const read = (path: string): unknown => parse(readFileSync(join(ROOT, path), 'utf8'));
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`);

const WORKFLOWS = filesOf('.github/workflows');
const FORMS = filesOf('.github/ISSUE_TEMPLATE').filter((path) => !path.endsWith('/config.yml'));
const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

const jobsOf = (path: string): readonly unknown[] => Object.values(objectAt(read(path), 'jobs'));
const stepsOf = (path: string): readonly unknown[] => jobsOf(path).flatMap((job) => arrayAt(job, 'steps'));

describe('.github/workflows', () => {
  test.each(WORKFLOWS)('%s: starts with reading alone, and no job lasts for ever', (path) => {
    expect(objectAt(read(path), 'permissions')).toEqual({ contents: 'read' });
    for (const job of jobsOf(path)) expect(job).toMatchObject({ 'timeout-minutes': expect.any(Number) });
  });

  test.each(WORKFLOWS)(
    '%s: a step runs a command or an action, which is a commit that nobody can move, of a version',
    (path) => {
      for (const step of stepsOf(path))
        expect([textAt(step, 'run'), textAt(step, 'uses')].filter(Boolean)).toHaveLength(1);
      const lines = readFileSync(join(ROOT, path), 'utf8').match(/^.*\buses:.*$/gm) ?? [];
      for (const line of lines) expect(line).toMatch(/ uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  test.each(WORKFLOWS)('%s: a checkout leaves no credentials behind', (path) => {
    const checkouts = stepsOf(path).filter((step) => textAt(step, 'uses')?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(at(step, 'with', 'persist-credentials')).toBe(false);
    expect(checkouts).toHaveLength(jobsOf(path).length);
  });

  test('test.yml: what runs on Windows gives npm nothing after --, which PowerShell would swallow', () => {
    const steps = arrayAt(read('.github/workflows/test.yml'), 'jobs', 'elsewhere', 'steps');
    for (const step of steps) expect(textAt(step, 'run') ?? '').not.toContain(' -- ');
  });

  test.each(WORKFLOWS)('%s: runs no text of somebody else as a command', (path) => {
    for (const step of stepsOf(path)) expect(textAt(step, 'run') ?? '').not.toContain('${'.concat('{'));
  });

  test.each(WORKFLOWS)('%s: runs only scripts that there are', (path) => {
    const commands = stepsOf(path).flatMap((step) => [...(textAt(step, 'run') ?? '').matchAll(/\bnpm run ([\w:-]+)/g)]);
    for (const [, name = ''] of commands) expect(Object.keys(scripts)).toContain(name);
  });

  test('test.yml: runs the two commands of the README on every supported Node', () => {
    const job = objectAt(read('.github/workflows/test.yml'), 'jobs', 'test');
    const [oldest = Number.NaN, ...others] = arrayAt(job, 'strategy', 'matrix', 'node').map(Number);
    expect(engines.node).toBe(`>=${oldest}`);
    expect(others).toEqual([22, 24]);
    const commands = arrayAt(job, 'steps').flatMap((step) => textAt(step, 'run') ?? []);
    expect(commands).toEqual(['npm ci', 'npm run demo', 'npm test']);
  });

  test('release.yml and deploy.yml: get their rights from GitHub, for one job, and hold no secret', () => {
    for (const name of ['release', 'deploy']) {
      const path = `.github/workflows/${name}.yml`;
      expect(readFileSync(join(ROOT, path), 'utf8')).not.toContain('secrets.');
      for (const job of jobsOf(path)) expect(objectAt(job, 'permissions')).toMatchObject({ 'id-token': 'write' });
    }
  });
});

const TYPES = ['markdown', 'textarea', 'input', 'dropdown', 'checkboxes'];

describe('.github/ISSUE_TEMPLATE', () => {
  test.each(FORMS)('%s: is a form as GitHub takes it', (path) => {
    const form = read(path);
    for (const key of ['name', 'description']) expect(textAt(form, key)).toBeTruthy();
    const fields = arrayAt(form, 'body');
    const ids = fields.flatMap((field) => textAt(field, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of fields) {
      const type = textAt(field, 'type') ?? '';
      expect(TYPES).toContain(type);
      expect(
        Object.keys(objectAt(field)).filter((key) => !['type', 'id', 'attributes', 'validations'].includes(key)),
      ).toEqual([]);
      if (type === 'markdown') expect(textAt(field, 'attributes', 'value')).toBeTruthy();
      else expect([textAt(field, 'id'), textAt(field, 'attributes', 'label')].every(Boolean)).toBe(true);
      if (type === 'dropdown')
        expect(arrayAt(field, 'attributes', 'options').every((one) => typeof one === 'string')).toBe(true);
      if (type === 'checkboxes')
        expect(arrayAt(field, 'attributes', 'options').every((one) => textAt(one, 'label'))).toBe(true);
    }
  });

  test('event.yml: asks for the event, and says what to replace', () => {
    const fields = arrayAt(read('.github/ISSUE_TEMPLATE/event.yml'), 'body');
    const event = fields.find((field) => textAt(field, 'id') === 'event');
    expect(event).toMatchObject({ attributes: { render: 'json' }, validations: { required: true } });
    for (const kind of ['account', '账号', 'key', '密钥', 'mobile', '手机号', 'name', '人名'])
      expect(textAt(event, 'attributes', 'description')).toContain(kind);
  });
});

test('config.yml: lists no links rather than an empty list, which is no list for GitHub', () => {
  const links = at(read('.github/ISSUE_TEMPLATE/config.yml'), 'contact_links');
  expect(links === undefined || (Array.isArray(links) && links.length > 0)).toBe(true);
});

test('dependabot.yml: looks after the packages and the actions', () => {
  const updates = arrayAt(read('.github/dependabot.yml'), 'updates').filter(isObject);
  expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  const folders = readdirSync(join(ROOT, 'test')).filter((name) =>
    existsSync(join(ROOT, 'test', name, 'package.json')),
  );
  expect(arrayAt(updates[0], 'directories')).toEqual(['/', ...folders.sort().map((name) => `/test/${name}`)]);
});
