import { CONSOLE_HOSTS } from '../../src/domain/console-hosts.js';
import { ref, sub } from '../cloudformation.js';
import { PRESETS } from '../event-patterns.js';
import { all, any, either, type Flag, named, not, Term } from '../flag.js';
import type { Account, Inputs, SettingName, Topic, TopicSource } from '../plan.js';
import { ALWAYS_ON } from '../regions.js';
import type { Setting } from '../setting-rule.js';
import { RULES } from '../setting-rules.js';
import { parameterName, pascal, presetName, slotName } from './parameter-names.js';
import { SLOT_NUMBERS } from './parameters.js';

/** Returns the settings as parameters of a template, as resources are made of them. */
export function inputsOfParameters(): Inputs {
  const topics = SLOT_NUMBERS.map(topicOf);
  const isLayerGiven = given('RoutesLayerArn');
  return {
    value: (name) => ref(parameterName(name)),
    variable,
    inText: (name) => `\${${parameterName(name)}}`,
    isGiven: (name) => (canBeEmpty(name) ? given(parameterName(name)) : true),
    is: (name, value) => equals(`${parameterName(name)}Is${pascal(value) || 'Empty'}`, ref(parameterName(name)), value),
    isOn: (name) => on(parameterName(name)),
    isArn: (name) => equals(`${parameterName(name)}IsArn`, conditionalPart(parameterName(name), 0), 'arn'),
    isChina: IS_CHINA,
    consoleHost: either(
      IS_CHINA,
      CONSOLE_HOSTS['aws-cn'],
      either(IS_GOV_CLOUD, CONSOLE_HOSTS['aws-us-gov'], CONSOLE_HOSTS.aws),
    ),
    presets: Object.keys(PRESETS).map((preset) => [preset, on(presetName(preset))] as const),
    topics,
    topicSources: topics.map(sourceOf),
    // Of a parameter that is empty the region is, too, which is that of no alarm.
    alarmRegions: [ref('AWS::Region'), ...topics.map(({ region }) => region)],
    accounts: SLOT_NUMBERS.map(accountOf),
    topicPublishers: withSuffix('TopicPublishers', '.amazonaws.com'),
    layers: { isGiven: isLayerGiven, arns: [ref('RoutesLayerArn')] },
  };
}

function equals(name: string, one: unknown, other: unknown): Flag {
  return new Term(name, { 'Fn::Equals': [one, other] });
}

const IS_CHINA = equals('IsChina', ref('AWS::Partition'), 'aws-cn');
const IS_GOV_CLOUD = equals('IsGovCloud', ref('AWS::Partition'), 'aws-us-gov');

function on(parameter: string): Flag {
  return equals(`${parameter}On`, ref(parameter), 'on');
}

function given(parameter: string): Flag {
  return new Term(`${parameter}Given`, { 'Fn::Not': [{ 'Fn::Equals': [ref(parameter), ''] }] });
}

function rowOf(name: SettingName): Setting<unknown> {
  return RULES[name];
}

function canBeEmpty(name: SettingName): boolean {
  const { form } = rowOf(name);
  return form.kind === 'list' || form.kind === 'map' || ('isOptional' in form && form.isOptional === true);
}

function variable(name: SettingName): unknown {
  return rowOf(name).form.kind === 'on-off'
    ? either(on(parameterName(name)), 'true', 'false')
    : ref(parameterName(name));
}

/**
 * Returns one of the parts of an ARN between colons. CloudFormation works out every condition, also of a parameter that is empty, and
 * refuses to take a part that is not there: so colons follow.
 */
function partOfArn(parameter: string, index: number, padded: unknown = sub(`\${${parameter}}:::`)): unknown {
  return { 'Fn::Select': [index, { 'Fn::Split': [':', padded] }] };
}

/** Returns it in the form that conditions take, which know no `Fn::Sub`. */
function conditionalPart(parameter: string, index: number): unknown {
  return partOfArn(parameter, index, { 'Fn::Join': ['', [ref(parameter), ':::']] });
}

/** No service, so that Lambda refuses the stack. */
const NO_DELIVERY = 'sns.not-between-these-regions';

function topicOf(slot: number): Topic {
  const parameter = slotName('topicArns', slot);
  return {
    suffix: String(slot),
    isGiven: given(parameter),
    arn: ref(parameter),
    region: partOfArn(parameter, 3),
    isElsewhere: not(equals(`Topic${slot}Here`, conditionalPart(parameter, 3), ref('AWS::Region'))),
  };
}

function sourceOf(topic: Topic): TopicSource {
  const { suffix, isGiven, arn } = topic;
  return { suffix, isGiven, principal: either(isDelivered(topic), 'sns.amazonaws.com', NO_DELIVERY), arn };
}

/**
 * Returns if SNS delivers from a topic: it is in the region of the stack, or both are in regions that are always on, as all of the other
 * partitions are. From and to those that somebody switched on it delivers within the region only, or under another name: the packaged road
 * knows that, the template refuses it.
 */
function isDelivered({ suffix, isElsewhere }: Topic): Flag {
  const region = conditionalPart(slotName('topicArns', Number(suffix)), 3);
  const areAlwaysOn = named(
    `Topic${suffix}AlwaysOn`,
    all(isAlwaysOn('Stack', ref('AWS::Region')), isAlwaysOn(`Topic${suffix}`, region)),
  );
  return named(`Topic${suffix}Delivered`, any(not(isElsewhere), not(IS_AWS), areAlwaysOn));
}

const IS_AWS = equals('IsAws', ref('AWS::Partition'), 'aws');
/** The most operands of one condition. */
const MAX_OPERANDS = 10;

function isAlwaysOn(whose: string, region: unknown): Flag {
  const part = (name: string, regions: readonly string[]) =>
    new Term(`${whose}${name}`, { 'Fn::Or': regions.map((one) => ({ 'Fn::Equals': [region, one] })) });
  const [some, others] = [ALWAYS_ON.slice(0, MAX_OPERANDS), ALWAYS_ON.slice(MAX_OPERANDS)];
  return named(`${whose}IsAlwaysOn`, any(part('IsInSome', some), part('IsInOthers', others)));
}

function accountOf(slot: number): Account {
  const parameter = slotName('trustedAccountIds', slot);
  return { suffix: String(slot), isGiven: given(parameter), id: ref(parameter), inText: `\${${parameter}}` };
}

/** Returns the list of texts between a parameter's commas, each with an ending. */
function withSuffix(parameter: string, suffix: string): unknown {
  const joined = { 'Fn::Join': [`${suffix},`, { 'Fn::Split': [',', ref(parameter)] }] };
  return { 'Fn::Split': [',', { 'Fn::Join': ['', [joined, suffix]] }] };
}
