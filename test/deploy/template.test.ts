import { readFile } from 'node:fs/promises';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkHouseRules } from '../../deploy/check/house-rules.js';
import { checkSpecification } from '../../deploy/check/specification.js';
import { type Package, PackageError } from '../../deploy/package-offline.js';
import { readSettings } from '../../deploy/read-settings.js';
import { FUNCTIONS } from '../../deploy/resources/functions.js';
import { resourcesOf } from '../../deploy/template.js';
import { readRoutes } from '../../scripts/routes-file/read-routes.js';
import { partitionOf } from '../../src/aws/partition.js';
import { objectAt } from '../../src/base/json.js';
import { readZip } from '../support/read-zip.js';
import { PLANTED, plant } from './planted-errors.js';
import { EVERYTHING, packageWithoutNetwork, withOtherSettings } from './stack.js';
import { REFUSED, VARIANTS } from './variants.js';

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
});
afterAll(() => Promise.all([world, china].map((one) => one.remove())));

describe('the packaged template', () => {
  test('the packaged template: is sound with everything switched on', () => {
    expect(faultsOf(world.template, 'aws', GIVEN)).toEqual([]);
  });

  test('the packaged template: is sound in a China region with nothing set', () => {
    expect(faultsOf(china.template, 'aws-cn')).toEqual([]);
  });

  test.each(VARIANTS)('the packaged template: is sound with $name', ({ region, settings }) => {
    const partition = partitionOf(region);
    const template = withOtherSettings(partition === 'aws-cn' ? china.template : world.template, settings, region);
    expect(faultsOf(template, partition, JSON.stringify(settings).match(/arn:[^"]+/g) ?? [])).toEqual([]);
  });

  test.each(REFUSED)('the packaged template: is refused with $name', ({ region, settings, words }) => {
    expect(() => withOtherSettings(world.template, settings, region)).toThrow(words);
  });

  test('the packaged template: is what the settings say, no more and no less', () => {
    expect(withOtherSettings(china.template, {}, 'cn-north-1')).toEqual(
      expect.objectContaining({ Resources: objectAt(china.template, 'Resources') }),
    );
  });

  test('the packaged template: its functions are those of the resources, with a name in full and a place of the code', () => {
    const ours = resourcesOf(readSettings(EVERYTHING, 'ap-southeast-1'), 'ap-southeast-1');
    for (const [name, { functionId, logGroupId }] of Object.entries(FUNCTIONS)) {
      const full = (id: string) => objectAt(world.template, 'Resources', id);
      const FunctionName = `wecomrobot-prod-${name}`;
      const { Code, ...properties } = objectAt(full(functionId), 'Properties');
      expect(Code).toMatchObject({ S3Bucket: { Ref: 'ServerlessDeploymentBucket' } });
      expect({ ...full(functionId), Properties: properties }).toEqual({
        ...ours[functionId],
        Properties: { ...ours[functionId]?.Properties, FunctionName },
      });
      expect(full(logGroupId)).toEqual({
        ...ours[logGroupId],
        Properties: { ...ours[logGroupId]?.Properties, LogGroupName: `/aws/lambda/${FunctionName}` },
      });
    }
  });

  test.each([
    ['as set', () => world, 'x86_64', [512, 1024], 90],
    ['by default', () => china, 'arm64', [1769, 256], 30],
  ] as const)(
    'the packaged template: architecture, memory and retention are %s',
    (_, packaged, architecture, sizes, days) => {
      const { NotifyLambdaFunction, DeliverLambdaFunction, DeliverLogGroup, HttpApiLogGroup } = objectAt(
        packaged().template,
        'Resources',
      );
      for (const [index, fn] of [NotifyLambdaFunction, DeliverLambdaFunction].entries()) {
        expect(objectAt(fn, 'Properties')).toMatchObject({
          Architectures: [architecture],
          MemorySize: sizes[index],
          Runtime: 'nodejs24.x',
        });
      }
      for (const group of [DeliverLogGroup, HttpApiLogGroup]) {
        expect(objectAt(group, 'Properties')).toMatchObject({ RetentionInDays: days });
      }
    },
  );

  test('the packaged template: concurrency is reserved where the settings say so', () => {
    const reserved = (template: unknown): readonly unknown[] =>
      ['NotifyLambdaFunction', 'DeliverLambdaFunction'].map(
        (id) => objectAt(template, 'Resources', id, 'Properties')['ReservedConcurrentExecutions'],
      );
    expect(reserved(world.template)).toEqual([20, 10]);
    expect(reserved(china.template)).toEqual([undefined, undefined]);
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

describe('the package', () => {
  test('the package: its zip holds the function’s bundle and its rules', async () => {
    const files = readZip(await readFile(china.zipFile));
    expect([...files.keys()].sort()).toEqual([
      'dist/function/THIRD-PARTY-LICENCES.txt',
      'dist/function/deliver.mjs',
      'dist/function/direct.mjs',
      'dist/function/logs.mjs',
      'dist/function/look-ups.mjs',
      'dist/function/message-words-en.mjs',
      'dist/function/message-words-zh-CN.mjs',
      'dist/function/notify.mjs',
      'dist/function/renderers.mjs',
      'dist/function/routes.json',
      'dist/function/tools.mjs',
      'dist/function/watch.mjs',
      'dist/function/words-en.mjs',
      'dist/function/words-zh-CN.mjs',
    ]);
    expect(JSON.parse(String(files.get('dist/function/routes.json')))).toEqual(readRoutes('routes.yml'));
    for (const name of ['notify', 'deliver']) {
      expect(files.get(`dist/function/${name}.mjs`)?.toString()).toMatch(/export\{\w+ as handler\}/);
    }
  });

  test('the package: warns where nobody is told of its own failures', () => {
    expect(china.output).toContain('Warning: Neither opsEmail nor opsTopicArn is set');
    expect(world.output).not.toContain('is set: no one is told');
  });

  test('the package: is refused with a wrong setting, in words and without a stack trace', async () => {
    const settings = { http: 'open' };
    const refused = await packageWithoutNetwork({ region: 'us-east-1', settings }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PackageError);
    expect(String(refused)).toContain(
      'Cannot use the setting http as it must be one of empty, token, iam, off: current value is "open"',
    );
    expect(String(refused)).not.toContain('    at ');
  });
});

describe('the package, with a wrong rule', () => {
  test('the package: is refused with the line and the rule, in words and without a stack trace', async () => {
    const routes = 'rules:\n  - { name: 值班, robot: dba }\n';
    const refused = await packageWithoutNetwork({ region: 'us-east-1', routes }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PackageError);
    expect(String(refused)).toContain('routes.yml:2: Cannot use rules › rule 1 "值班" › robot as it must be one of');
    expect(String(refused)).not.toContain('    at ');
  });
});

describe('the template check', () => {
  test.each(PLANTED)('the template check: catches %s', (...planted) => {
    const template = withOtherSettings(world.template, {}, 'ap-southeast-1');
    expect(faultsOf(template)).toEqual([]);
    expect(faultsOf(plant(template, planted))).toEqual(expect.arrayContaining([expect.stringContaining(planted[3])]));
  });

  test('the template check: catches an output of nothing', () => {
    const Outputs = { TopicArn: { Value: { Ref: 'TheTopic' } } };
    expect(faultsOf({ ...objectAt(china.template), Outputs }, 'aws-cn')).toEqual([
      'template.Outputs.TopicArn.Value: refers to TheTopic, which does not exist',
    ]);
  });
});
