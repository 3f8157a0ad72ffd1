import { type Resources, ref } from '../cloudformation.js';
import { conditionsIn } from '../flag.js';
import { planOf } from '../plan.js';
import { FUNCTIONS } from '../resources/functions.js';
import { coreOf, fittingsOf, outputsOfPlan } from '../template.js';
import { GROUPS, type Group } from './groups.js';
import { inputsOfParameters } from './inputs-of-parameters.js';
import type { Parameter } from './parameter.js';
import { PARAMETERS } from './parameters.js';
import { TEMPLATE_RULES } from './rules.js';

/** The places of the functions' zip and of the file with the other resources, and the parameters that say so. */
export interface CodePlace {
  readonly code: unknown;
  /** An address of S3, or the name of a file beside the template, which `aws cloudformation package` uploads. */
  readonly fittings: unknown;
  readonly parameters: readonly Parameter[];
}

/** The template, and the resources that it includes: together they are more than CloudFormation takes as one text. */
export interface ParametrisedTemplate {
  readonly template: Readonly<Record<string, object | string>>;
  readonly fittings: Resources;
}

/** Most bytes of a template that is sent as a text. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const MAX_TEMPLATE_BYTES = 51_200;

/**
 * Returns the template whose parameters are the settings. Its resources are those of every other way of deploying, made by the same
 * functions.
 */
export function parametrisedTemplate(place: CodePlace): ParametrisedTemplate {
  const plan = planOf(inputsOfParameters());
  const core = withCode(coreOf(plan), place.code);
  const fittings = fittingsOf(plan);
  const Outputs = outputsOfPlan(plan);
  return plainOf({
    template: {
      AWSTemplateFormatVersion: '2010-09-09',
      Description:
        'wecomrobot: AWS alarms and events, readable in WeCom groups. 让 AWS 告警与事件在企业微信群里读得懂。',
      Metadata: { 'AWS::CloudFormation::Interface': { ParameterGroups: groupsOf(place.parameters) } },
      Parameters: Object.fromEntries([...PARAMETERS, ...place.parameters].map(parameterOf)),
      Rules: TEMPLATE_RULES,
      Conditions: Object.fromEntries(conditionsIn([core, fittings, Outputs])),
      Resources: {
        ...core,
        'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: place.fittings } },
      },
      Outputs,
    },
    fittings,
  });
}

function parameterOf({ name, setting: _, text, ...parameter }: Parameter) {
  return [name, { ...parameter, Description: `${text['zh-CN']} ${text.en}` }] as const;
}

function groupsOf(ofCode: readonly Parameter[]) {
  const code: Group = {
    label: { en: 'Code', 'zh-CN': '代码' },
    parameters: ofCode.map(({ name }) => name),
  };
  return [...GROUPS, ...(ofCode.length > 0 ? [code] : [])].map(({ label, parameters }) => ({
    Label: { default: `${label['zh-CN']} ${label.en}` },
    Parameters: parameters,
  }));
}

function withCode(core: Resources, Code: unknown): Resources {
  const functions = Object.values(FUNCTIONS).map(({ functionId }) => functionId);
  return Object.fromEntries(
    Object.entries(core).map(([id, resource]) => [
      id,
      functions.includes(id) ? { ...resource, Properties: { Code, ...resource.Properties } } : resource,
    ]),
  );
}

/** Returns a value as JSON has it: conditions become names. */
function plainOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The template beside its files, for `aws cloudformation package` and SAM. */
export const BESIDE: CodePlace = { code: 'wecomrobot.zip', fittings: 'resources.json', parameters: [] };

const KEY = {
  AllowedPattern: '^[\\w!.*()/-]{1,900}$',
  ConstraintDescription: 'must be the key of a file in the bucket',
};

/** Returns the template of a release, whose files lie in a bucket. */
export function inBucket(version: string): CodePlace {
  return {
    code: { S3Bucket: ref('CodeBucket'), S3Key: ref('CodeKey') },
    fittings: { 'Fn::Sub': 's3://${CodeBucket}/${ResourcesKey}' },
    parameters: [
      {
        name: 'CodeBucket',
        text: {
          en: "Bucket with the release's files, in the region of the stack.",
          'zh-CN': '存放发布文件的存储桶，须与堆栈同区域。',
        },
        Type: 'String',
        AllowedPattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
        ConstraintDescription: 'must be the name of a bucket, without s3://',
      },
      keyParameter('CodeKey', 'wecomrobot.zip', version),
      keyParameter('ResourcesKey', 'resources.json', version),
    ],
  };
}

function keyParameter(name: string, file: string, version: string): Parameter {
  const text = { en: `Key of ${file} there.`, 'zh-CN': `其中 ${file} 的键。` };
  return { name, text, Type: 'String', Default: `wecomrobot/${version}/${file}`, ...KEY };
}
