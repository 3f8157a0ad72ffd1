import { LEVELS } from '../toolkit/levels.js';
import { webhook } from '../toolkit/tool.js';

/** A rule says how bad it is by a tag of its own; without one, an alarm is an alarm. */
const JUDGED = { state: ['tags.*.value', 'ruleName'], verdict: { ...LEVELS, '*': ['error', 'alarm'] as const } };

/** Apache SkyWalking: a list of alarms. @see https://skywalking.apache.org/docs/main/latest/en/setup/backend/backend-alarm/ */
export const skywalking = webhook({
  name: 'skywalking',
  service: 'SkyWalking',
  match: { keys: { 'items.0.scopeId': true, 'items.0.ruleName': true, 'items.0.alarmMessage': true } },
  within: 'items.0',
  rows: {
    several: { when: { 'items.1': true }, each: { ...JUDGED, path: 'items', name: 'name', told: ['alarmMessage'] } },
  },
  other: {
    ...JUDGED,
    name: 'name',
    fields: { rule: 'ruleName', labels: '{tags.0.key}={tags.0.value}', time: 'startTime as time' },
    details: 'alarmMessage',
    labels: { rule: 'ruleName' },
  },
});
