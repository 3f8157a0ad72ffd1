import { readFileSync } from 'node:fs';
import { blueprintOf } from '../../../../deploy/cdk/blueprint.js';
import { parameterValues } from '../../../../deploy/parametrised/parameter-values.js';
import { inBucket, parametrisedTemplate } from '../../../../deploy/parametrised/parametrised-template.js';
import type { OTHER_ROADS } from '../../../../scripts/errors-page/other-roads.js';
import { runRoutesLayer } from '../../../../scripts/template/run-template.js';
import type { Language } from '../../../../src/text/words.js';
import { evaluateTemplate } from '../../../deploy/evaluate-template.js';
import { runScript } from '../../../support/run-script.js';
import { type Provocations, type Provoke, REGION } from './provoke.js';

/** Runs `wecomrobot routes`, and resolves to what it complains of. */
async function layer(argv: readonly string[], language: Language): Promise<string> {
  const lines: string[] = [];
  const complain = (line: string): void => void lines.push(line);
  await runRoutesLayer(argv, { command: 'wecomrobot routes', language, print: complain, complain });
  return lines.join('\n');
}

/** Gives the template parameters, as CloudFormation checks them before it makes anything. */
const template =
  (given: Readonly<Record<string, string>>): Provoke =>
  () => {
    const { template: whole } = parametrisedTemplate(inBucket('0.1.0'));
    const parameters = { CodeBucket: 'releases', ...given };
    return evaluateTemplate({ ...whole, Resources: {} }, parameters, {
      region: REGION,
      partition: 'aws',
      stackName: 'wecomrobot-test',
    });
  };

/** Returns the words by which Terraform refuses a variable: what is in the module, as no Terraform is at hand. */
const variable = (file: string, name: string): Provoke => {
  return () => {
    const text = readFileSync(new URL(`../../../../deploy/terraform/${file}`, import.meta.url), 'utf8');
    const [, words] = new RegExp(`variable "${name}" \\{[^]*?error_message = "(.*)"`).exec(text) ?? [];
    return words;
  };
};

const ACCOUNTS = Array.from({ length: 6 }, (_, index) => String(111_122_223_333 + index));

/** A way to each error of the template, of Terraform and of CDK. */
export const otherRoads: Provocations<typeof OTHER_ROADS> = {
  templateOptions: ({ language }) => layer(['--lyaer'], language),
  templateLayer: ({ language }) => layer([], language),
  templateRoutes: ({ language }) => layer(['--layer', '--routes', 'nowhere.yml'], language),
  templateSlots: () => parameterValues({ trustedAccountIds: ACCOUNTS }),
  templateNobody: template({}),
  templateTwice: template({ OpsEmail: 'none', OpsTopicArn: `arn:aws:sns:${REGION}:111122223333:ops` }),
  templateItself: template({
    OpsTopicArn: `arn:aws:sns:${REGION}:111122223333:ops`,
    TopicArn1: `arn:aws:sns:${REGION}:111122223333:ops`,
  }),
  templateSecrets: template({ OpsEmail: 'none', TokensSecretId: 'wecomrobot/robots' }),
  templateLink: template({ OpsEmail: 'none', Ack: 'link', Http: 'iam' }),
  terraformValue: variable('variables.tf', 'http'),
  terraformName: variable('place.tf', 'stack_name'),
  cdkNoRegion: () => blueprintOf({ opsEmail: 'none' }, undefined),
  cdkRegion: () => blueprintOf({ opsEmail: 'none', region: 'eu-west-1' }, REGION),
  cdkTwice: { file: 'test/template/cdk.test.ts', words: 'Cannot make a second wecomrobot in a stack' },
  cdkToken: { file: 'test/template/cdk.test.ts', words: 'as it must be known when CDK runs' },
  releaseDryRun: async () => (await runScript('scripts/release.ts', [], {})).err,
};
