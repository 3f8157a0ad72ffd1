import { arrayAt, at, isObject, type JsonObject, textAt } from '../../src/base/json.js';
import type { Draft } from '../../src/domain/notification.js';
import type { SourceName } from '../../src/domain/origin.js';
import { alarmMessage } from '../../src/watch/alarm/alarm-event.js';
import { FileError } from '../samples/read-json-file.js';
import { readSample, type SampleConfig } from '../samples/read-sample.js';

/** The lists in the output of `aws cloudwatch describe-alarms`. */
const LISTS = ['MetricAlarms', 'CompositeAlarms', 'LogAlarms'] as const;

/** An alarm of an account, and the message that it would send. */
export interface DescribedAlarm {
  readonly name: string;
  readonly draft: Draft;
  /** False if the alarm's actions are off. */
  readonly isOn: boolean;
}

/**
 * Reads the output of `aws cloudwatch describe-alarms`: one message for each way by which an alarm comes.
 * @param names only these alarms, if given.
 * @throws {FileError} If it is anything else, or has no such alarm.
 */
export async function describedAlarms(
  value: unknown,
  config: SampleConfig,
  now: number,
  name?: string,
): Promise<readonly DescribedAlarm[]> {
  if (!LISTS.some((list) => Array.isArray(at(value, list))))
    throw new FileError(
      `Cannot read the file as it must be the output of aws cloudwatch describe-alarms, with ${LISTS.slice(0, 2).join(' or ')}`,
    );
  const alarms = LISTS.flatMap((list) => arrayAt(value, list)).filter(isObject);
  const wanted = alarms.filter((alarm) => name === undefined || textAt(alarm, 'AlarmName') === name);
  if (name !== undefined && wanted.length === 0)
    throw new FileError(`Cannot show the alarm ${name} as the file has no such alarm`);
  return (await Promise.all(wanted.map((alarm) => messagesOf(alarm, config, now)))).flat();
}

/** Returns the message of an alarm that has nothing but a name. */
export async function namedAlarm(name: string, config: SampleConfig, now: number): Promise<readonly DescribedAlarm[]> {
  return messagesOf({ AlarmName: name }, config, now);
}

async function messagesOf(alarm: JsonObject, config: SampleConfig, now: number): Promise<readonly DescribedAlarm[]> {
  const actions = arrayAt(alarm, 'AlarmActions').flatMap((arn) => textAt(arn) ?? []);
  const topics = actions.filter((arn) => arn.split(':')[2] === 'sns');
  const isByLambda = actions.some((arn) => arn.split(':')[2] === 'lambda');
  const ways: readonly (readonly [SourceName, topicArn: string])[] = [
    ...topics.map((arn) => ['sns', arn] as const),
    ...(isByLambda ? [['alarm', ''] as const] : []),
  ];
  const described = (ways.length > 0 ? ways : [['eventbridge', ''] as const]).map(async ([source, topicArn]) => {
    const { drafts } = await readSample(eventOf(alarm, topicArn, now), config, now);
    return drafts.map(({ origin: { topic, ...origin }, ...draft }) => ({
      name: textAt(alarm, 'AlarmName') ?? '',
      isOn: at(alarm, 'ActionsEnabled') !== false,
      draft: { ...draft, origin: { ...origin, source, ...(source === 'sns' && topic && { topic }) } } as Draft,
    }));
  });
  return (await Promise.all(described)).flat();
}

/** Returns what SNS sends when the alarm goes off. */
function eventOf(alarm: JsonObject, topicArn: string, now: number): unknown {
  const message = { ...alarmMessage(alarm, 'ALARM', now), NewStateReason: '' };
  const sns = {
    MessageId: 'routes',
    TopicArn: topicArn || 'arn:aws:sns:us-east-1:000000000000:none',
    Message: JSON.stringify(message),
  };
  return { Records: [{ EventSource: 'aws:sns', Sns: { Type: 'Notification', ...sns } }] };
}
