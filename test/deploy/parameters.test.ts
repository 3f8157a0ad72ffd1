import { expect, test } from 'vitest';
import type { Parameter } from '../../deploy/parametrised/parameter.js';
import { PARAMETERS } from '../../deploy/parametrised/parameters.js';
import type { Form } from '../../deploy/setting-form.js';
import type { Setting } from '../../deploy/setting-rule.js';
import { RULES } from '../../deploy/setting-rules.js';
import { isTaken } from './evaluate-template.js';

const REGION = 'eu-west-1';

/** Values that people enter, right for one parameter and wrong for the others. */
const VALUES: readonly string[] = [
  ...[
    '',
    ' ',
    'on',
    'On',
    'off',
    'true',
    'token',
    'TOKEN',
    'iam',
    'link',
    'rules',
    'zh-CN',
    'zh',
    'en',
    'text',
    'markdown',
  ],
  ...[
    '0',
    '1',
    '9',
    '10',
    '-1',
    '007',
    '99',
    '127',
    '128',
    '9999',
    '10000',
    '10001',
    '10241',
    '30',
    '31',
    '30001',
    '525601',
  ],
  ...['none', 'ops@example.com', 'ops@example', 'a b@example.com', 'a@example.com,b@example.com', "a'b", 'line\nbreak'],
  ...[
    'o-abcdefghij',
    'o-abc',
    'O-ABCDEFGHIJ',
    '/',
    '/a/',
    '/a/b/',
    'a/',
    '/a',
    '/a b/',
    '/a//b/',
    'arm64',
    'x86',
    'x86_64',
  ],
  ...[
    'Asia/Shanghai',
    'America/Argentina/Buenos_Aires',
    'UTC',
    'Etc/GMT-8',
    'Beijing',
    'Asia',
    '北京',
    'wecomrobot/robots',
  ],
  ...[
    'https://qyapi.weixin.qq.com',
    'https://q.example.com:8443',
    'http://x.com',
    'https://x.com/path',
    'https://a@x.com',
  ],
  ...['@all', '13800138000', '138 0013 8000', '@all,13800138000', '12345', '张三', '@张三,李四', 'a,', ',', ';', '=a'],
  ...[
    '111122223333',
    '1111-2222-3333',
    '11112222333',
    ' 111122223333',
    '111122223333 ',
    '111122223333=prod',
    '111122223333=',
  ],
  ...['111122223333=生产,444455556666=b', '111122223333=a;b', '111122223333=a：b', '111122223333=a，444455556666=b'],
  ...[
    'redshift',
    'redshift,rds',
    'redshift, rds',
    'redshift.amazonaws.com',
    'Redshift',
    'a,,b',
    'a secret',
    'x'.repeat(513),
  ],
  ...['alarms', 'alarms.fifo', 'alarms:1b2c', 'key/1', 'alias/a'].flatMap((name) => [
    `arn:aws:sns:${REGION}:111122223333:${name}`,
    `arn:aws:kms:${REGION}:111122223333:${name}`,
  ]),
  ...['a-AbCdEf', 'a'].map((name) => `arn:aws:secretsmanager:${REGION}:111122223333:secret:${name}`),
  ...['aws:policy/PowerUserAccess', '111122223333:policy/team/b', '111122223333:role/b'].map(
    (name) => `arn:aws:iam::${name}`,
  ),
];

/** The values that a parameter takes though its setting refuses them: what only a list of the world's places knows, or nothing is harmed by. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  TimeZone: ['Asia/Nowhere'],
  TopicPublishers: ['rds,rds'],
};

/** Returns true if the setting of a parameter takes a value, in the form in which serverless.yml would have it. */
function isSettingTaken({ name, setting }: Parameter, value: string): boolean {
  if (setting === undefined) throw new Error(`${name} is no setting's`);
  const row: Setting<unknown> = RULES[setting];
  return row.read(givenAs(row.form, value), REGION) !== undefined;
}

function givenAs(form: Form, value: string): unknown {
  switch (form.kind) {
    case 'list':
      return value === '' ? [] : value.split(',');
    case 'map':
      return Object.fromEntries(
        value === '' ? [] : value.split(',').map((one) => /^([^=]*)=?(.*)$/s.exec(one)?.slice(1) ?? []),
      );
    case 'number':
      return value === '' ? value : Number(value);
    case 'one-of':
      return form.values.find((one) => String(one) === value) ?? value;
    default:
      return value;
  }
}

const OF_SETTINGS = PARAMETERS.filter(({ setting, name }) => setting !== undefined && !/Preset|[2-5]$/.test(name));

test.each(OF_SETTINGS)('the parameter $name: takes no value that its setting refuses', (parameter) => {
  const { name } = parameter;
  const wrong = [...VALUES, ...(EXCEPTIONS[name] ?? [])].filter(
    (value) => isTaken(value, parameter) && !isSettingTaken(parameter, value),
  );
  expect(wrong).toEqual(EXCEPTIONS[name] ?? []);
  expect(VALUES.some((value) => isTaken(value, parameter))).toBe(true);
});

test('the parameter TimeZone: takes every time zone that has a name', () => {
  const parameter = PARAMETERS.find(({ name }) => name === 'TimeZone') ?? {};
  const names = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'GMT', 'Etc/GMT-8', 'PRC', 'US/Pacific'];
  expect(names.filter((name) => !isTaken(name, parameter))).toEqual([]);
  expect(
    ['Asia/Shang hai', 'Beijing', '+8', 'asia/shanghai', 'Asia'].filter((name) => isTaken(name, parameter)),
  ).toEqual([]);
});

test('the parameter MentionOnAlarm: takes people and mobiles as people write them, and encoded', () => {
  const parameter = PARAMETERS.find(({ name }) => name === 'MentionOnAlarm') ?? {};
  const right = [
    '',
    '@all',
    '张三',
    '@all, 138 0013 8000,+86 138-0013-8000,(+852) 5123 4567',
    '13800138000,%E5%BC%A0%E4%B8%89',
    '3号楼值班',
  ];
  expect(right.filter((one) => !isTaken(one, parameter))).toEqual([]);
});
