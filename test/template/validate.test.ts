import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { inBucket, parametrisedTemplate } from '../../deploy/parametrised/parametrised-template.js';
import { readSettings } from '../../deploy/read-settings.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { arrayAt, objectAt, textAt } from '../../src/base/json.js';
import { VARIANTS } from '../deploy/variants.js';
import { installOnce } from '../support/install-once.js';

/** What the validator finds and is left as it is, by its rule, with the reason. */
const EXPLAINED: Readonly<Record<string, string>> = {
  W1001: 'The output takes the topic only on the condition on which there is one.',
  W1028: 'A secret for tokens is given where it is read. That stands in two conditions.',
  W1030: 'An empty parameter is used on the condition only that it is not.',
  W2001: 'The key of the resources is used by what includes them, which are in place here.',
  W2509: 'Names and ARNs of secrets are no secrets.',
  W3005: 'The framework writes it so.',
  W9002: 'An ARN of all alarms or rules is that of no resource, and an ARN of a setting is given.',
  W9013: 'The account in an ARN of a setting is given, and may be another one.',
  W9052: 'The template has more conditions than the validator works out: each variant is validated, too.',
};

/** One finding: its rule, and what it says. */
type Finding = readonly [severity: string, rule: string, message: string];

let validate: (template: unknown) => readonly Finding[];
beforeAll(async () => {
  const from = fileURLToPath(new URL('.', import.meta.url));
  const folder = await installOnce({ from, name: 'template', print: (line) => console.log(line) });
  // AWS's own validator of templates, offline, which CDK brings along.
  const require = createRequire(join(folder, 'node_modules/aws-cdk-lib/package.json'));
  const { CompositeEngine, TemplateContent } = require('@aws/cloudformation-validate');
  const engine = new CompositeEngine();
  validate = (template) => {
    const report: unknown = engine.validateTemplate(new TemplateContent(JSON.stringify(template)));
    return arrayAt(report, 'diagnostics').flatMap((one) => {
      const [severity = '', rule = '', message = ''] = ['severity', 'ruleId', 'message'].map((key) => textAt(one, key));
      return severity === 'INFO' ? [] : [[severity, rule, message] as const];
    });
  };
});

const seen = new Set<string>();
function unexplained(template: unknown): readonly Finding[] {
  const found = validate(template);
  for (const [, rule] of found) seen.add(rule);
  return found.filter(([severity, rule]) => severity !== 'WARN' || !Object.hasOwn(EXPLAINED, rule));
}

test('the parametrised template: AWS’s validator finds nothing that is not explained', () => {
  const { template, fittings } = parametrisedTemplate(inBucket('0.1.0'));
  const { 'Fn::Transform': _, ...core } = objectAt(template, 'Resources');
  expect(unexplained({ ...template, Resources: { ...core, ...fittings } })).toEqual([]);
});

test.each(VARIANTS)('the packaged resources, $name: AWS’s validator finds nothing that is not explained', (variant) => {
  const settings = readSettings(variant.settings, variant.region);
  const Code = { S3Bucket: 'releases', S3Key: 'wecomrobot.zip' };
  const resources = Object.entries(resourcesOf(settings, variant.region)).map(([id, one]) => [
    id,
    one.Type === 'AWS::Lambda::Function' ? { ...one, Properties: { ...one.Properties, Code } } : one,
  ]);
  const template = { Resources: Object.fromEntries(resources), Outputs: outputsOf(settings, variant.region) };
  expect(unexplained(template)).toEqual([]);
});

test('AWS’s validator: finds a property that there is not, and each explanation is of something that it still finds', () => {
  const Queue = { Type: 'AWS::SQS::Queue', Properties: { Fifo: true } };
  expect(unexplained({ Resources: { Queue } })).toHaveLength(1);
  expect(Object.keys(EXPLAINED).filter((rule) => !seen.has(rule))).toEqual([]);
});
