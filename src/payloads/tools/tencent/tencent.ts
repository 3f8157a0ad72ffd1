import { webhook } from '../../toolkit/tool.js';
import { tencentAlarm, tencentRecovery } from './tencent-alarm.js';

/** Tencent Cloud's callback: a metric that crossed its threshold, and an event. @see https://cloud.tencent.com/document/product/248/50409 */
export const tencent = webhook({
  name: 'tencent',
  service: 'Tencent Cloud',
  match: { keys: { alarmStatus: true, alarmType: true, 'alarmPolicyInfo.policyName': true } },
  within: 'alarmPolicyInfo.conditions',
  event: 'alarmStatus',
  common: {
    name: 'alarmPolicyInfo.policyName',
    where: 'alarmObjInfo.region',
    thing: '{alarmPolicyInfo.policyId} {alarmObjInfo.dimensions.objId} {metricName|eventName}',
    labels: {
      policy: 'alarmPolicyInfo.policyName',
      product: 'alarmPolicyInfo.policyType',
      region: 'alarmObjInfo.region',
    },
  },
  rows: { 0: tencentRecovery },
  other: tencentAlarm,
});
