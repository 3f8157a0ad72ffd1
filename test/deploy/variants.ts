import { EVERYTHING } from './stack.js';

/** Settings by what they are about, in a region. */
export interface Variant {
  readonly name: string;
  readonly region: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const topics = (count: number, region: string, partition = 'aws'): readonly string[] =>
  Array.from({ length: count }, (_, index) => `arn:${partition}:sns:${region}:444455556666:alarms-${index + 1}`);

/** What packages. Each brings other resources. */
export const VARIANTS: readonly Variant[] = [
  { name: 'everything', region: 'ap-southeast-1', settings: EVERYTHING },
  { name: 'nothing set', region: 'ap-southeast-1', settings: {} },
  { name: 'nothing set in Beijing', region: 'cn-north-1', settings: {} },
  {
    name: 'the door with tokens in Ningxia, with an ICP licence',
    region: 'cn-northwest-1',
    settings: { http: 'token', alarmRule: 'on', topicPublishers: ['cloudwatch'] },
  },
  {
    name: 'topics of both China regions',
    region: 'cn-north-1',
    settings: { topicArns: [...topics(2, 'cn-north-1', 'aws-cn'), ...topics(2, 'cn-northwest-1', 'aws-cn')] },
  },
  {
    name: 'the door with tokens in a secret of their own',
    region: 'eu-west-1',
    settings: {
      http: 'token',
      tokensSecretId: 'wecomrobot/tokens',
      tokensSecretKmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001',
    },
  },
  { name: 'the door with IAM', region: 'eu-west-1', settings: { http: 'iam' } },
  { name: 'no door, no one told', region: 'us-gov-west-1', settings: { http: 'off', opsEmail: 'none' } },
  { name: 'in a region to be switched on', region: 'ap-east-1', settings: { topicArns: topics(1, 'ap-east-1') } },
  {
    name: 'a topic of a region to be switched on',
    region: 'us-east-1',
    settings: { topicArns: topics(1, 'me-central-1') },
  },
  { name: 'an organization', region: 'us-east-1', settings: { organizationId: 'o-abcdefghij', alarmRule: 'on' } },
  {
    name: 'a second stage beside one that tells applications’ events',
    region: 'ap-southeast-1',
    settings: { notificationRule: 'off', eventPatterns: [] },
  },
  {
    name: 'reminders off',
    region: 'us-east-1',
    settings: { reminders: 'off', topicArns: topics(2, 'us-west-2'), alarmRule: 'on' },
  },
  {
    name: 'pictures without reminders',
    region: 'us-east-1',
    settings: { graph: 'on', reminders: 'off', topicArns: topics(2, 'us-west-2') },
  },
  {
    name: 'reminders of alarms in two regions',
    region: 'us-east-1',
    settings: { topicArns: topics(2, 'us-west-2') },
  },
  { name: 'alarms taken by a link', region: 'us-east-1', settings: { http: 'token', ack: 'link' } },
  {
    name: 'more topics than one function can know',
    region: 'us-east-1',
    settings: { reminders: 'off', topicArns: topics(200, 'us-east-1') },
  },
  {
    name: 'as many topics as one account has use for',
    region: 'us-east-1',
    settings: { topicArns: topics(60, 'us-east-1') },
  },
  {
    name: 'accounts that invoke by themselves',
    region: 'us-east-1',
    settings: { trustedAccountIds: Array.from({ length: 40 }, (_, index) => String(100000000000 + index)) },
  },
  {
    name: 'roles under a boundary and a path in China',
    region: 'cn-north-1',
    settings: { permissionsBoundary: 'arn:aws-cn:iam::111122223333:policy/boundary', rolePath: '/ops/' },
  },
  {
    name: 'another team’s topic for its own failures',
    region: 'eu-west-1',
    settings: { opsTopicArn: 'arn:aws:sns:eu-west-1:111122223333:platform' },
  },
];

/** What is refused, and the words by which a person knows what to change. */
export const REFUSED: readonly (Variant & { readonly words: string })[] = [
  {
    name: 'a link at a door that a browser cannot open',
    region: 'us-east-1',
    settings: { http: 'iam', ack: 'link' },
    words: 'Cannot use the setting ack: link as it needs http: token and reminders: on: current value is http iam',
  },
  {
    name: 'from a region to another that has to be switched on',
    region: 'ap-east-1',
    settings: { topicArns: topics(1, 'us-east-1') },
    words:
      'SNS delivers from no other region to a function in a region that has to be switched on (deploy to us-east-1',
  },
  {
    name: 'between two regions that have to be switched on',
    region: 'me-central-1',
    settings: { topicArns: topics(1, 'ap-east-1') },
    words:
      'SNS delivers from no other region to a function in a region that has to be switched on (deploy to ap-east-1',
  },
  {
    name: 'a topic of another partition',
    region: 'cn-north-1',
    settings: { topicArns: topics(1, 'us-east-1') },
    words: 'Cannot use the setting topicArns in cn-north-1 as it must be of aws-cn',
  },
  {
    name: 'more accounts than Lambda’s policy holds',
    region: 'us-east-1',
    settings: { trustedAccountIds: Array.from({ length: 60 }, (_, index) => String(100000000000 + index)) },
    words: 'policy of 20480 bytes holds 43 accounts and regions at most: current value is 60',
  },
  {
    name: 'more topics to be reminded of than Lambda’s environment holds',
    region: 'us-east-1',
    settings: { topicArns: topics(80, 'us-east-1'), accountNames: { '444455556666': '监控' } },
    words:
      'Cannot use the settings topicArns and accountNames as Lambda gives a function 4096 bytes for all its variables (with reminders: off, topicArns take none): current value is 4621 bytes (topicArns 3804, accountNames 39)',
  },
  {
    name: 'topics that fit what notify is given, and not what deliver is given',
    region: 'us-east-1',
    settings: { topicArns: topics(69, 'us-east-1') },
    words:
      'Cannot use the setting topicArns as Lambda gives a function 4096 bytes for all its variables (with reminders: off, topicArns take none): current value is',
  },
  {
    name: 'more mobiles to be called than Lambda’s environment holds',
    region: 'us-east-1',
    settings: {
      reminders: 'off',
      mentionOnAlarm: Array.from({ length: 400 }, (_, index) => 13_800_000_000 + index).join(','),
    },
    words:
      'Cannot use the setting mentionOnAlarm as Lambda gives a function 4096 bytes for all its variables: current value is 5356 bytes (mentionOnAlarm 4822)',
  },
  {
    name: 'a boundary of another partition',
    region: 'cn-north-1',
    settings: { permissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary' },
    words: 'Cannot use the setting permissionsBoundary in cn-north-1 as it must be of aws-cn',
  },
  {
    name: 'its own alarms on a topic that it tells itself',
    region: 'us-east-1',
    settings: { topicArns: topics(1, 'us-east-1'), opsTopicArn: topics(1, 'us-east-1')[0] },
    words: 'own alarms would depend on wecomrobot',
  },
  {
    name: 'a key of another region',
    region: 'us-east-1',
    settings: { secretKmsKeyArn: EVERYTHING['secretKmsKeyArn'] },
    words: 'Cannot use the setting secretKmsKeyArn as it must be in us-east-1',
  },
];
