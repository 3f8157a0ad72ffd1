import { webhook } from '../../toolkit/tool.js';
import { task } from './task.js';

const KEYS = [
  ...['processName', 'workflowInstanceName', 'taskName'].map((name) => ['0.projectName', `0.${name}`]),
  ['taskInstanceId', 'taskName'],
];
/** The event counts before the state: a workflow that takes too long still runs. */
const STATE = ['event', 'taskState', 'workflowExecutionStatus', 'processState'];

/** DolphinScheduler's Http alarm: a list of workflows or tasks, or one task, as JSON in a text. @see https://dolphinscheduler.apache.org/en-us/docs/latest/user_doc/guide/alert/http */
export const dolphinscheduler = webhook({
  name: 'dolphinscheduler',
  service: 'DolphinScheduler',
  match: { keys: KEYS.map((keys) => Object.fromEntries(keys.map((key) => [`msg.${key}`, true]))) },
  rows: { task },
  other: {
    kind: 'workflow',
    fields: {
      owner: 'msg.*.owner',
      started: ['msg.0.taskStartTime', 'msg.0.processStartTime', 'msg.0.workflowStartTime'],
      ended: ['msg.0.taskEndTime', 'msg.0.processEndTime', 'msg.0.workflowEndTime'],
      host: ['msg.*.taskHost', 'msg.*.processHost', 'msg.*.workflowHost'],
    },
    each: { path: 'msg', name: '{projectName} {workflowInstanceName|processName} {taskName}', state: STATE },
    labels: { project: 'msg.0.projectName' },
  },
});
