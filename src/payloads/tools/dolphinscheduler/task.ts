import type { ToolRow } from '../../toolkit/tool.js';

/** A task that failed, or the result of a check of data quality, which has a number as its state. */
export const task: ToolRow = {
  when: { 'msg.taskInstanceId': true },
  kind: 'workflow',
  name: '{msg.workflowInstanceName|msg.processInstanceName|msg.processDefinitionName} {msg.taskName}',
  state: 'msg.state',
  verdict: { 1: ['recovery', 'succeeded'], 2: ['error', 'failed'] },
  fields: { rule: 'msg.ruleName', started: 'msg.startTime', ended: 'msg.endTime', host: 'msg.host' },
};
