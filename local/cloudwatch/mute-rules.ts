import { arrayAt, type JsonObject, textAt } from '../../src/base/json.js';
import { muteEnd } from '../../src/watch/alarm/mute-window.js';
import type { Answers } from './answers.js';

interface MuteRule {
  readonly alarmNames: readonly string[];
  readonly schedule: JsonObject;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** The mute rules of one account and region. */
export interface MuteRules {
  /**
   * Mutes alarms by a rule of a name. An empty list ends it.
   * @param schedule in CloudWatch's words; it is only shown.
   */
  mute(rule: string, alarmNames: readonly string[], schedule?: JsonObject): void;
  readonly answers: Answers;
}

/**
 * Creates the mute rules of an account and region: none.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListAlarmMuteRules.html
 */
export function createMuteRules(place: string, now: () => number): MuteRules {
  const rules = new Map<string, MuteRule>();
  return {
    mute: (rule, alarmNames, schedule = {}) => {
      if (alarmNames.length === 0) rules.delete(rule);
      else rules.set(rule, { alarmNames, schedule, changedAt: now() });
    },
    answers: {
      ListAlarmMuteRules: (asked) => {
        const statuses = arrayAt(asked, 'Statuses');
        const summaries = [...rules].map(([name, rule]) => ({
          AlarmMuteRuleArn: `arn:aws:cloudwatch:${place}:alarm-mute-rule:${name}`,
          LastUpdatedTimestamp: rule.changedAt / 1000,
          Status: statusOf(rule, now()),
        }));
        const isAsked = (status: string): boolean => statuses.length === 0 || statuses.includes(status);
        return { AlarmMuteRuleSummaries: summaries.filter(({ Status }) => isAsked(Status)) };
      },
      GetAlarmMuteRule: (asked) => {
        const Name = textAt(asked, 'AlarmMuteRuleName') ?? '';
        const { alarmNames: AlarmNames = [], schedule: Schedule = {} } = rules.get(Name) ?? {};
        return { Name, Status: 'ACTIVE', MuteTargets: { AlarmNames }, Rule: { Schedule } };
      },
    },
  };
}

/** Returns the status of a rule. One without a schedule is on until it is ended. */
function statusOf({ schedule }: MuteRule, now: number): 'ACTIVE' | 'SCHEDULED' {
  return 'Expression' in schedule && muteEnd(schedule, now) === undefined ? 'SCHEDULED' : 'ACTIVE';
}
