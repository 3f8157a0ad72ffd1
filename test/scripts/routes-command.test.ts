import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readZip } from '../support/read-zip.js';
import { runScript } from '../support/run-script.js';

const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-routes-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const routes = (...args: readonly string[]) => runScript('scripts/routes.ts', args, { MENTION_ON_ALARM: '@all' });
const RULES = ['--routes', 'test/routing/sample-routes.yml', '--at', '2026-11-23 09:29'];

describe('npm run routes', () => {
  test('npm run routes: events, a table of what decides, who is told and called', async () => {
    const { code, out, err } = await routes(
      ...RULES,
      'events/cloudwatch-sns/metric-alarm.json',
      'events/rds/instance-failover.json',
      'events/cloudwatch-eventbridge/muted.json',
    );
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot('../golden/routes/command-events.txt');
  });

  test('npm run routes: --layer writes the rules as the npm package does, and the command that publishes them', async () => {
    const out = join(folder, 'layer.zip');
    const {
      code,
      out: said,
      err,
    } = await routes('--routes', 'test/routing/sample-routes.yml', '--layer', '--out', out);
    expect([code, err]).toEqual([0, '']);
    expect(said).toContain(`--zip-file fileb://${out}`);
    expect([...readZip(readFileSync(out)).keys()]).toEqual(['wecomrobot/routes.json']);
    const wrong = await routes('--layer', '--routes', file('wrong.yml', 'rules: [{ robot: dba }]\n'));
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('wrong.yml')]);
    expect((await routes('--layer', 'events/rds/instance-failover.json')).code).toBe(2);
  });

  test('npm run routes: --why explains each rule, for a recovery as for its alarm', async () => {
    const { code, out, err } = await routes(...RULES, '--why', 'events/cloudwatch-sns/metric-ok.json');
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot('../golden/routes/command-why.txt');
  });

  test('npm run routes: --alarm asks for an alarm that need not be there', async () => {
    const { out } = await routes(...RULES, '--alarm', '支付网关 P3');
    expect(out).toContain('🟠 warning');
    expect(out).toMatch(/name\s+-\s+default\s+-/);
  });

  test('npm run routes: --alarms without those it names, or of another file, is a sentence', async () => {
    const alarms = 'docs/examples/company-alarms.json';
    const missing = await routes(...RULES, '--alarms', alarms, '--alarm', 'nowhere');
    expect([missing.code, missing.said]).toEqual([1, 'Cannot show the alarm nowhere as the file has no such alarm']);
    const other = await routes(...RULES, '--alarms', 'package.json');
    expect([other.code, other.said]).toEqual([
      1,
      'Cannot read the file as it must be the output of aws cloudwatch describe-alarms, with MetricAlarms or CompositeAlarms',
    ]);
  });

  test('npm run routes: JSON that is broken, or a file that is not there, is a sentence without a stack trace', async () => {
    const broken = file('broken.json', '{ "a": }');
    const { code, out, err } = await routes(
      ...RULES,
      broken,
      `${folder}/none.json`,
      'events/rds/instance-failover.json',
    );
    expect([code, out]).toEqual([1, expect.stringContaining('RDS')]);
    expect(err).toContain(`${broken}: Cannot read the file as it must hold JSON: SyntaxError`);
    expect(err).toContain(`${folder}/none.json: Cannot read the file as there is no such file (ENOENT)`);
    expect(err).not.toContain('    at ');
  });

  test('npm run routes: a mistake in the rules names file, line, rule and what is allowed, and nothing else is shown', async () => {
    const wrong = file('wrong.yml', 'rules:\n  - name: 数据库\n    robot: dba\n');
    const { code, out, err } = await routes('--routes', wrong, 'events/rds/instance-failover.json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${wrong}:3: Cannot use rules › rule 1 "数据库" › robot as it must be one of the keys`);
  });

  test('npm run routes: warnings name file, line and rule, and never show a key', async () => {
    const rules = file(
      'routes.yml',
      'rules:\n  - name: 全部\n    robots: [dba, ops]\n  - name: 之后\n    match: { renderer: rsd }\n',
    );
    const key = '693a91f6-7c2e-4b1d-9f53-0123456789ab';
    const secret = file(
      'secret.json',
      JSON.stringify({ robots: { default: key, dba: '793a91f6-7c2e-4b1d-9f53-0123456789ab' } }),
    );
    const { code, said } = await routes('--routes', rules, '--secret', secret);
    expect(code).toBe(0);
    expect(said.replaceAll(/\S*routes\.yml/g, 'routes.yml').split('\n')).toEqual([
      '⚠ routes.yml:5: 之后: no renderer is called rsd (perhaps rds)',
      '⚠ routes.yml:4: 之后: can never match: 全部 takes all that it would',
      '⚠ routes.yml:3: 全部: the secret has no robot ops',
    ]);
    expect(said).not.toContain(key);
  });

  test('npm run routes: a moment that is none is wrong usage', async () => {
    const { code, err } = await routes('--at', 'Saturday');
    expect([code, err]).toEqual([2, expect.stringContaining("a moment such as 'Sat 03:00'")]);
  });
});
