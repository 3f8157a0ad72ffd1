import { arrayAt, at, isObject, type JsonObject, textAt } from '../../base/json.js';
import { parseTime } from '../../text/format.js';
import { type AlarmState, alarmStateOf } from './transition.js';

/** An alarm as CloudWatch describes it: of any kind, in any state. */
export interface DescribedAlarm {
  readonly name: string;
  readonly arn: string;
  readonly state: AlarmState;
  /** The last change of its state, milliseconds since 1970. */
  readonly changedAt: number;
  /** Receivers of its ALARM: ARNs of topics, functions and others. */
  readonly alarmActions: readonly string[];
  /** The reason that its changes reach nobody. Absent if they do. */
  readonly silencedBy?: 'actions off' | 'suppressed';
  /** DescribeAlarms' own words, which name a metric alarm's, a composite's or a log alarm's condition. */
  readonly described: JsonObject;
}

/**
 * Reads one alarm of DescribeAlarms, whose times are dates. `undefined` if it lacks what every alarm has.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
 */
export function readDescribed(described: unknown): DescribedAlarm | undefined {
  const [name, arn, state] = ['AlarmName', 'AlarmArn', 'StateValue'].map((key) => textAt(described, key));
  const known = alarmStateOf(state);
  const changedAt = timeAt(described, 'StateTransitionedTimestamp') ?? timeAt(described, 'StateUpdatedTimestamp');
  if (!isObject(described) || name === undefined || arn === undefined || known === undefined || changedAt === undefined)
    return undefined;
  const silencedBy = silencedByOf(described);
  return {
    name,
    arn,
    state: known,
    changedAt,
    alarmActions: arrayAt(described, 'AlarmActions').filter((action) => typeof action === 'string'),
    ...(silencedBy && { silencedBy }),
    described,
  };
}

/** Returns a time that the SDK gives as a date, and a test as a text. */
function timeAt(value: unknown, key: string): number | undefined {
  const time = at(value, key);
  return time instanceof Date ? time.getTime() : parseTime(time);
}

function silencedByOf(described: JsonObject): DescribedAlarm['silencedBy'] {
  if (described['ActionsEnabled'] === false) return 'actions off';
  return textAt(described, 'ActionsSuppressedBy') === undefined ? undefined : 'suppressed';
}
