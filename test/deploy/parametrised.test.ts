import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { describe, expect, test } from 'vitest';
import { checkSpecification } from '../../deploy/check/specification.js';
import { GROUPS } from '../../deploy/parametrised/groups.js';
import { parameterValues } from '../../deploy/parametrised/parameter-values.js';
import { PARAMETERS } from '../../deploy/parametrised/parameters.js';
import {
  BESIDE,
  inBucket,
  MAX_TEMPLATE_BYTES,
  parametrisedTemplate,
} from '../../deploy/parametrised/parametrised-template.js';
import { toYaml } from '../../deploy/parametrised/to-yaml.js';
import { readSettings } from '../../deploy/read-settings.js';
import { SettingsError } from '../../deploy/settings-error.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { partitionOf } from '../../src/aws/partition.js';
import { objectAt } from '../../src/base/json.js';
import { type Evaluated, evaluateTemplate } from './evaluate-template.js';
import { readCloudFormationYaml } from './read-cloudformation-yaml.js';
import { sameStack } from './same-stack.js';
import { DEFAULTS } from './stack.js';
import { REFUSED, VARIANTS } from './variants.js';

type Given = Readonly<Record<string, unknown>>;

const whole = (place = BESIDE): unknown => {
  const { template, fittings } = parametrisedTemplate(place);
  const { 'Fn::Transform': include, ...core } = objectAt(template, 'Resources');
  expect(include).toBeDefined();
  return { ...template, Resources: { ...core, ...fittings } };
};
const TEMPLATE = whole(inBucket('0.1.0'));
/** Parameters of a release that have no default. */
const PLACE = { CodeBucket: 'releases-eu-west-1' };
/** The parameters demand that somebody is told, which a package may leave open. */
const told = (settings: Given): Given => ('opsTopicArn' in settings ? settings : { opsEmail: 'none', ...settings });
const aroundOf = (region: string) => ({ region, partition: partitionOf(region), stackName: 'wecomrobot-test' });

/** The stack that the template makes of settings. */
const byTemplate = (settings: Given, region: string): Evaluated =>
  evaluateTemplate(TEMPLATE, { ...PLACE, ...parameterValues(told(settings)) }, aroundOf(region));

/** The stack that `npm run package` makes of them. */
const byPackage = (settings: Given, region: string): Evaluated => {
  const read = readSettings({ ...DEFAULTS, ...told(settings) }, region);
  const Resources = resourcesOf(read, region);
  return evaluateTemplate({ Resources, Outputs: outputsOf(read, region) }, {}, aroundOf(region));
};

/** Returns a stack with numbers and flags where its texts are those of one, which the specification wants. */
function numbered(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, one: unknown) =>
    typeof one === 'string' && /^(\d+|true|false)$/.test(one) && !TEXTS.test(key) ? JSON.parse(one) : one,
  );
}
/** Keys of texts that look like numbers or flags. */
const TEXTS = /^([A-Z_]+|\d+|aws:.*|s3:.*|SourceAccount)$/;

/** Settings that the parameters can express: five topics and accounts at most, of regions that SNS delivers between. */
const EXPRESSIBLE = VARIANTS.filter(({ settings, name }) => {
  const { topicArns = [], trustedAccountIds = [] } = settings as Readonly<Record<string, readonly string[]>>;
  return topicArns.length <= 5 && trustedAccountIds.length <= 5 && name !== 'a topic of a region to be switched on';
});

describe('the parametrised template', () => {
  test('the parametrised template: is at most what CloudFormation takes as a text, in either form', () => {
    for (const place of [BESIDE, inBucket('10.10.10')]) {
      expect(Buffer.byteLength(toYaml(parametrisedTemplate(place).template))).toBeLessThanOrEqual(MAX_TEMPLATE_BYTES);
    }
  });

  test('the parametrised template: both partitions and more than six settings are compared', () => {
    const partitions = new Set(EXPRESSIBLE.map(({ region }) => partitionOf(region)));
    expect([...partitions].sort()).toEqual(['aws', 'aws-cn', 'aws-us-gov']);
    expect(EXPRESSIBLE.length).toBeGreaterThan(15);
  });

  test.each(EXPRESSIBLE)(
    'the parametrised template: makes the stack that is packaged, with $name',
    ({ settings, region }) => {
      const [template, packaged] = [byTemplate(settings, region), byPackage(settings, region)];
      expect(sameStack(template)).toEqual(sameStack(packaged));
    },
  );

  test('the parametrised template: no part is nested deeper than parsers of YAML take by default', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    const { template, fittings } = parametrisedTemplate(BESIDE);
    expect(depthOf(template)).toBeLessThan(30);
    expect(depthOf(fittings)).toBeLessThan(30);
  });

  test('the parametrised template: of its YAML the same is read as of its JSON', () => {
    const { template } = parametrisedTemplate(BESIDE);
    expect(readCloudFormationYaml(toYaml(template))).toEqual(template);
  });

  test('the parametrised template: has no condition that nothing depends on, and every one that something does', () => {
    const { template, fittings } = parametrisedTemplate(BESIDE);
    const text = JSON.stringify([template['Resources'], fittings, template['Outputs'], template['Conditions']]);
    for (const name of Object.keys(objectAt(template, 'Conditions'))) expect(text).toContain(`"${name}"`);
  });

  const database = loadAwsServiceSpecSync();
  test.each(EXPRESSIBLE)(
    'the parametrised template: it keeps the specification, with $name',
    ({ settings, region }) => {
      const { resources } = byTemplate(settings, region);
      expect(checkSpecification({ Resources: numbered(resources) }, database)).toEqual([]);
    },
  );

  test('the parametrised template: a resource that differs is found', () => {
    const { resources, outputs } = byTemplate({}, 'eu-west-1');
    const Queue = { ...objectAt(resources['Queue']), DeletionPolicy: 'Delete' };
    const other = sameStack({ resources: { ...resources, Queue }, outputs });
    expect(other).not.toEqual(sameStack(byPackage({}, 'eu-west-1')));
  });
});

describe('the parameters', () => {
  test('the parameters: each has a text in both languages, and stands in one group', () => {
    expect(GROUPS.flatMap(({ parameters }) => parameters).sort()).toEqual(PARAMETERS.map(({ name }) => name).sort());
    for (const { text } of PARAMETERS)
      expect(text).toEqual({ en: expect.stringMatching(/./), 'zh-CN': expect.stringMatching(/[一-鿿]/) });
  });

  test('the parameters: none is called as a resource is', () => {
    const resources = Object.keys(objectAt(TEMPLATE, 'Resources'));
    expect(PARAMETERS.filter(({ name }) => resources.includes(name))).toEqual([]);
  });

  test('parameterValues: more entries of a list than there are parameters are refused', () => {
    const trustedAccountIds = Array.from({ length: 6 }, (_, index) => String(100000000000 + index));
    expect(() => parameterValues({ trustedAccountIds })).toThrow(SettingsError);
  });

  test('the parameters: each that takes not every value says what it takes, in words', () => {
    for (const { name, AllowedPattern, ConstraintDescription } of [...PARAMETERS, ...inBucket('0.1.0').parameters])
      expect([name, ConstraintDescription ?? '']).toEqual([
        name,
        expect.stringMatching(AllowedPattern ? /^must be / : /^$/),
      ]);
  });

  test('the parameters: Chinese names of accounts are taken, as they are and encoded', () => {
    const names = { '111122223333': '生产', '444455556666': encodeURIComponent('一个比较长的测试账号名称') };
    expect(() => byTemplate({ accountNames: names }, 'cn-north-1')).not.toThrow();
  });

  const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:alarms';
  const CONTRADICTIONS: readonly (readonly [string, Given, string])[] = [
    ['nobody is told', { opsEmail: '' }, 'SomebodyIsTold'],
    ['two are told', { opsEmail: 'a@example.com', opsTopicArn: 'arn:aws:sns:eu-west-1:111122223333:ops' }, 'OneIsTold'],
    ['one secret twice', { tokensSecretId: 'wecomrobot/robots' }, 'TwoSecrets'],
    ['a link without reminders', { ack: 'link', reminders: 'off' }, 'LinkNeedsDoor'],
    ['a link at a door that a browser cannot open', { ack: 'link', http: 'iam' }, 'LinkNeedsDoor'],
    ['a time zone with a blank', { timeZone: 'Asia/Shang hai' }, 'Parameter TimeZone'],
    ['fewer invocations than the queue starts', { deliverConcurrency: 9 }, 'Parameter DeliverConcurrency'],
    ['a topic that is none', { topicArns: ['alarms'] }, 'Parameter TopicArn1'],
    ['an interval of nothing', { minIntervalMs: 0 }, 'Parameter MinIntervalMs'],
    ['a topic twice', { topicArns: [TOPIC, 'arn:aws:sns:eu-west-1:111122223333:other', TOPIC] }, 'DifferentTopics'],
    [
      'an account twice in full width',
      { accountNames: { '111122223333': '生产，444455556666：测试' } },
      'Parameter AccountNames',
    ],
    ['an account without a name', { accountNames: { '111122223333': '' } }, 'Parameter AccountNames'],
  ];
  test.each(CONTRADICTIONS)('the parameters: %s is refused', (_, settings, words) => {
    expect(() => byTemplate({ opsEmail: 'none', ...settings }, 'eu-west-1')).toThrow(words);
  });

  test('the parameters: its own alarms on a topic that it tells itself are refused, as by settings', () => {
    const found = REFUSED.find(({ words }) => words.includes('depend on wecomrobot'));
    expect(() => byTemplate(found?.settings ?? {}, 'us-east-1')).toThrow('ToldElsewhere');
  });

  test.each([
    ['ap-east-1', 'us-east-1'],
    ['us-east-1', 'ap-east-1'],
  ])(
    'the parameters: in %s a topic of %s makes Lambda refuse the stack, as SNS would deliver nothing',
    (region, from) => {
      const { resources } = byTemplate({ topicArns: [`arn:aws:sns:${from}:444455556666:alarms`] }, region);
      expect(resources['TopicPermission1']).toMatchObject({
        Properties: { Principal: 'sns.not-between-these-regions' },
      });
    },
  );
});
