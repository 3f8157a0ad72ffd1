import type { ToolRow } from '../../toolkit/tool.js';

const INSTANCE =
  '{alarmObjInfo.dimensions.deviceName} {alarmObjInfo.dimensions.unInstanceId|alarmObjInfo.dimensions.objId}';
const EVENT = ['eventShowName', 'eventName'];

/** An alarm. Its times are those of China. */
export const tencentAlarm: ToolRow = {
  verdict: ['error', 'alarm'],
  fields: {
    instance: INSTANCE,
    metric: ['{metricShowName|metricName} {currentValue}{unit}', '{metricShowName|metricName} {currentValue}'],
    event: EVENT,
    threshold: ['{calcType} {calcValue}{unit}', '{calcType} {calcValue}'],
    service: 'alarmPolicyInfo.policyTypeCName',
    started: 'firstOccurTime',
  },
};

/** An alarm that is over. */
export const tencentRecovery: ToolRow = {
  verdict: ['recovery', 'recovered'],
  fields: {
    recoveredAt: 'recoverTime',
    lasted: 'durationTime as seconds',
    instance: INSTANCE,
    metric: 'metricShowName',
    event: EVENT,
  },
};
