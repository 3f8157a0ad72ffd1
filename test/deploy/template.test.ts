import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkHouseRules } from '../../deploy/check/house-rules.js';
import { checkSpecification } from '../../deploy/check/specification.js';
import type { Package } from '../../deploy/package-offline.js';
import { objectAt } from '../../src/json.js';
import { type Draft, PLANTED } from './planted-errors.js';
import { EVERYTHING, packageWithoutNetwork, withOtherSettings } from './stack.js';

const database = loadAwsServiceSpecSync();
const GIVEN = JSON.stringify(EVERYTHING).match(/arn:[^"]+/g) ?? [];

const faultsOf = (template: unknown, partition = 'aws', given: readonly string[] = []): readonly string[] => [
  ...checkSpecification(template, database),
  ...checkHouseRules(template, partition, given),
];

let world: Package;
let china: Package;
beforeAll(async () => {
  [world, china] = await Promise.all([
    packageWithoutNetwork({ region: 'ap-southeast-1', stage: 'prod', settings: EVERYTHING }),
    packageWithoutNetwork({ region: 'cn-north-1', stage: 'dev' }),
  ]);
}, 120_000);
afterAll(() => Promise.all([world, china].map((one) => one.remove())));

describe('the packaged template', () => {
  test('the packaged template: is sound with everything switched on', () => {
    expect(faultsOf(world.template, 'aws', GIVEN)).toEqual([]);
  });

  test('the packaged template: is sound in a China region with nothing set', () => {
    expect(faultsOf(china.template, 'aws-cn')).toEqual([]);
  });

  test.each([
    ['aws', 'us-east-1', {}],
    ['aws', 'us-east-1', { http: 'off' }],
    ['aws-cn', 'cn-northwest-1', { http: 'token', alarmRule: 'on' }],
    ['aws-us-gov', 'us-gov-west-1', { http: 'iam' }],
  ])('the packaged template: is sound in %s, %s with %j', (partition, region, settings) => {
    const template = withOtherSettings(partition === 'aws-cn' ? china.template : world.template, settings, region);
    expect(faultsOf(template, partition)).toEqual([]);
  });

  test('the packaged template: is what the settings say, no more and no less', () => {
    expect(withOtherSettings(china.template, {}, 'cn-north-1')).toEqual(
      expect.objectContaining({ Resources: objectAt(china.template, 'Resources') }),
    );
  });

  test('the packaged template: stages share no name', () => {
    const names = (template: unknown): readonly unknown[] =>
      Object.values(objectAt(template, 'Resources')).flatMap((resource) => {
        const { FunctionName, LogGroupName, QueueName, TopicName, RoleName } = objectAt(resource, 'Properties');
        return [FunctionName, LogGroupName, QueueName, TopicName, RoleName].filter((name) => typeof name === 'string');
      });
    expect(names(world.template)).toEqual([
      '/aws/lambda/wecomrobot-prod-notify',
      '/aws/lambda/wecomrobot-prod-deliver',
      'wecomrobot-prod-notify',
      'wecomrobot-prod-deliver',
    ]);
    expect(names(china.template).filter((name) => names(world.template).includes(name))).toEqual([]);
  });
});

describe('the template check', () => {
  test.each(PLANTED)('the template check: catches $kind', ({ plant, caught }) => {
    const template: Draft = structuredClone(objectAt(withOtherSettings(world.template, {}, 'ap-southeast-1')));
    expect(faultsOf(template)).toEqual([]);
    plant(template);
    expect(faultsOf(template)).toEqual(expect.arrayContaining([expect.stringContaining(caught)]));
  });
});
