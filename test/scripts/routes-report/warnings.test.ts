import { describe, expect, it } from 'vitest';
import { LineCounter } from 'yaml';
import { compileRoutes } from '../../../scripts/routes-file/compile-routes.js';
import { parseYaml } from '../../../scripts/routes-file/parse-yaml.js';
import { secretNames } from '../../../scripts/routes-report/secret-names.js';
import { type SecretNames, warningsOf } from '../../../scripts/routes-report/warnings.js';

const warn = (text: string, secret?: SecretNames) => {
  const compiled = compileRoutes(parseYaml(text, new LineCounter()).toJS());
  if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
  return warningsOf(compiled.routes, secret).map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const rules = (...matches: string[]) => `rules:\n${matches.map((match) => `  - ${match}\n`).join('')}`;

describe('warningsOf', () => {
  it.each([
    [
      'an unknown renderer',
      rules('match: { renderer: rsd }'),
      ['rules.0.match.renderer: no renderer is called rsd (perhaps rds)'],
    ],
    [
      'an unknown service',
      rules('match: { not: { service: lamda } }'),
      ['rules.0.match.not.service: no service is called lamda (perhaps lambda)'],
    ],
    [
      'alarms and another renderer',
      rules("match: { renderer: rds, alarmName: 'a*' }"),
      [
        'rules.0.match: can never match: only alarms have alarmName, and their renderer is cloudwatch-alarm (service takes events and alarms)',
      ],
    ],
    [
      'all of it excluded',
      rules("match: { account: '111122223333', not: { account: ['111122223333', '444455556666'] } }"),
      ['rules.0.match: can never match: not.account excludes all that account wants'],
    ],
    [
      'a list that is empty',
      rules('match: { region: [] }'),
      ['rules.0.match: can never match: its list region is empty'],
    ],
    [
      'a recovery in alarm',
      rules('match: { severity: recovery, state: alarm }'),
      ['rules.0.match: can never match: no recovery is in ALARM'],
    ],
    [
      'everything taken before',
      rules('robots: a', 'robots: b'),
      ['rules.1: can never match: rule 1 takes all that it would'],
    ],
    [
      'all alarms taken before',
      rules("match: { alarmName: 'pay-*' }", "match: { alarmName: ['pay-api-*', 'pay-x'], severity: critical }"),
      ['rules.1: can never match: rule 1 takes all that it would'],
    ],
    [
      'all taken before, which excludes less',
      rules(
        "match: { not: { account: '111122223333' } }",
        "match: { region: us-east-1, not: { account: ['111122223333', '444455556666'] } }",
      ),
      ['rules.1: can never match: rule 1 takes all that it would'],
    ],
    [
      'an entry of the list that comes too late',
      'severity:\n  - is: error\n  - is: warning\n  - { is: info, force: true }',
      ['severity.1: can never match: severity 1 takes all that it would'],
    ],
    [
      'a rota that nobody uses',
      "rotas: { x: { people: [a], every: day, start: '2026-11-02' } }",
      ['rotas.x: no rule uses the rota x'],
    ],
    [
      'quiet hours that never begin',
      rules("quiet: { from: '08:00', to: '08:00' }", "quiet: [{ days: sat }, { from: '24:00', to: '00:00' }]").replace(
        '- quiet: {',
        "- match: { account: '111122223333' }\n    quiet: {",
      ),
      [
        'rules.0.quiet: quiet hours from 08:00 to 08:00 never begin: from 00:00 to 24:00 is all day',
        'rules.1.quiet: quiet hours from 24:00 to 00:00 never begin: from 00:00 to 24:00 is all day',
      ],
    ],
    [
      'days that are worked anyway',
      "workdays: ['2026-10-10', '2026-10-13', '2026-10-12..2026-10-16', '2026-10-09..2026-10-10']",
      [
        'workdays.1: 2026-10-13 is a Tuesday, which is worked anyway',
        'workdays.2: 2026-10-12..2026-10-16 has no Saturday or Sunday: these days are worked anyway',
      ],
    ],
    [
      'a worked day among holidays, which count',
      "holidays: ['2026-10-01..2026-10-07']\nworkdays: ['2026-10-04', '2026-10-10']",
      ['workdays.0: 2026-10-04 is among the holidays, which are stronger'],
    ],
    [
      'worked days among two holidays that follow each other',
      "holidays: ['2026-10-01..2026-10-03', '2026-10-04..2026-10-07']\nworkdays: ['2026-10-03..2026-10-04']",
      ['workdays.0: 2026-10-03..2026-10-04 is among the holidays, which are stronger'],
    ],
    [
      'a week of which the weekend is a holiday',
      "holidays: ['2026-10-10..2026-10-11']\nworkdays: ['2026-10-09..2026-10-12']",
      ['workdays.0: 2026-10-09..2026-10-12 has only holidays, which are stronger, and days that are worked anyway'],
    ],
    [
      'reminders of what is dropped',
      rules("match: { alarmName: 'a*' }\n    drop: true\n    remind: [{ after: 1h }]"),
      ['rules.0.remind: reminds of nothing: what a rule drops is not told again'],
    ],
    [
      'a mute that mutes nothing',
      rules("mute: { until: '2026-12-01' }\n    continue: true", 'robots: b'),
      ['rules.0.mute: mutes nothing: with continue the rules after it tell all the same'],
    ],
  ])('warningsOf: %s', (_, text, expected) => {
    expect(warn(text)).toEqual(expected);
  });

  it.each([
    ['another severity', rules('match: { severity: critical }', 'match: { severity: [critical, error] }')],
    ['a pattern that is wider', rules("match: { alarmName: 'pay-?' }", "match: { alarmName: 'pay-*' }")],
    ['an exception before', rules("match: { not: { account: '111122223333' } }", 'robots: a')],
    ['a rule that continues', rules('continue: true', 'robots: b')],
    ['reminders that are off for what is dropped', rules('drop: true\n    remind: off')],
    [
      'a rota that only reminders call',
      "rotas: { x: { people: [a], every: day, start: '2026-11-02' } }\nrules: [{ remind: [{ after: 1h, call: { rota: x } }] }]",
    ],
    ['a mute that continues and sends', rules("mute: { until: '2026-12-01' }\n    continue: true\n    robots: a")],
    ['a mute, which ends', rules("mute: { until: '2026-12-01' }", 'robots: b')],
    ['another key', rules('match: { labels: { team: a } }', 'match: { labels: { env: a } }')],
    ['services of all kinds', rules('match: { service: [rds, s3, apigateway, natgateway, SQS] }')],
    ['renderers of payloads', rules('match: { renderer: [push, text, alertmanager, grafana, generic] }')],
    ['alarms among other renderers', rules("match: { renderer: [rds, cloudwatch-alarm], alarmName: 'a*' }")],
  ])('warningsOf: not of %s', (_, text) => {
    expect(warn(text)).toEqual([]);
  });

  it('warningsOf: robots and people that the secret lacks, each once', () => {
    const secret = JSON.stringify({
      robots: { default: '693a91f6-7c2e-4b1d-9f53-0123456789ab', dba: '793a91f6-7c2e-4b1d-9f53-0123456789ab' },
      people: { 王芳: '13800138000', 李雷: '13800138002' },
    });
    const text = `
summary: { at: '09:30', robots: [default, dbb] }
rotas: { x: { people: [王芳, 李蕾], every: day, start: '2026-11-02', overrides: { '2026-11-03': 韩梅梅 } } }
rules:
  - { match: { region: us-east-1 }, robots: [dba, dab], rota: x, mentions: { people: [李蕾, 李蕾] } }
  - { robots: default, rotate: { people: ['13800138001', 王芳], every: day, start: '2026-11-02' }, quiet: { days: sat, call: 赵敏 }, remind: [{ after: 1h, call: 周杰 }] }`;
    expect(warn(text, secretNames(secret, 'secret.json'))).toEqual([
      'rules.0.robots: the secret has no robot dab (perhaps dba)',
      'summary.0.robots: the secret has no robot dbb (perhaps dba)',
      'rules.0: the secret has no person 李蕾 (perhaps 李雷)',
      'rules.1: the secret has no person 赵敏',
      'rules.1: the secret has no person 周杰',
      'rotas.x: the secret has no person 李蕾 (perhaps 李雷)',
      'rotas.x: the secret has no person 韩梅梅',
    ]);
  });
});
