import { ref } from '../cloudformation.js';
import { slotName } from './parameter-names.js';
import { SLOT_NUMBERS } from './parameters.js';

const equals = (parameter: string, value: unknown) => ({ 'Fn::Equals': [ref(parameter), value] });
const not = (condition: object) => ({ 'Fn::Not': [condition] });
const or = (...conditions: readonly object[]) => ({ 'Fn::Or': conditions });
const and = (...conditions: readonly object[]) => ({ 'Fn::And': conditions });
const rule = (Assert: object, AssertDescription: string, RuleCondition?: object) => ({
  ...(RuleCondition && { RuleCondition }),
  Assertions: [{ Assert, AssertDescription }],
});

/** Returns true if a topic is not given, or differs from each that follows. */
function differsFromLater(slot: number): object {
  const topic = (number: number) => slotName('topicArns', number);
  const later = SLOT_NUMBERS.filter((one) => one > slot).map((one) => ref(topic(one)));
  return or(equals(topic(slot), ''), not({ 'Fn::Contains': [later, ref(topic(slot))] }));
}

const IS_IN_CHINA = { 'Fn::Contains': [['cn-north-1', 'cn-northwest-1'], ref('AWS::Region')] };

/**
 * The rules of parameters that contradict each other, which CloudFormation refuses before it makes anything, as `npm run package` does. That
 * an ARN is of another region or partition CloudFormation cannot see here; AWS refuses it later, or a condition of the template does.
 */
export const TEMPLATE_RULES = {
  SomebodyIsTold: rule(
    not(and(equals('OpsEmail', ''), equals('OpsTopicArn', ''))),
    'OpsEmail or OpsTopicArn must say who is told when wecomrobot itself fails; OpsEmail: none if nobody is. OpsEmail 与 OpsTopicArn 必填其一，不通知任何人填 none。',
  ),
  OneIsTold: rule(
    or(equals('OpsEmail', ''), equals('OpsTopicArn', '')),
    'OpsEmail and OpsTopicArn cannot be used together: one is enough. OpsEmail 与 OpsTopicArn 只填其一。',
  ),
  ToldElsewhere: rule(
    not(or(...SLOT_NUMBERS.map((slot) => equals('OpsTopicArn', ref(slotName('topicArns', slot)))))),
    'OpsTopicArn must not be one of the topics that wecomrobot shows. OpsTopicArn 不能是由 wecomrobot 通知的主题。',
    not(equals('OpsTopicArn', '')),
  ),
  DifferentTopics: rule(
    and(...SLOT_NUMBERS.slice(0, -1).map(differsFromLater)),
    'A topic can be given once: its second subscription would be the first one. 同一主题只能填一次。',
  ),
  TwoSecrets: rule(
    not(equals('TokensSecretId', ref('SecretId'))),
    'TokensSecretId must be another secret than SecretId, or empty. TokensSecretId 须与 SecretId 不同，或留空。',
  ),
  LinkNeedsDoor: rule(
    and(equals('Reminders', 'on'), or(equals('Http', 'token'), and(equals('Http', ''), not(IS_IN_CHINA)))),
    'Ack: link needs Http: token and Reminders: on. Ack 为 link 时须 Http 为 token 且 Reminders 为 on。',
    equals('Ack', 'link'),
  ),
} as const;
