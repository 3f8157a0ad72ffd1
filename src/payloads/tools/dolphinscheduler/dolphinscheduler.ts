import { webhook } from '../../toolkit/tool.js';
import { task } from './task.js';

const KEYS = ['0.processName', '0.workflowInstanceName', '0.taskName', 'taskInstanceId'];
/** The event counts before the state: a workflow that takes too long still runs. */
const STATE = ['event', 'taskState', 'workflowExecutionStatus', 'processState'];

/** DolphinScheduler's Http alarm: a list of workflows or tasks, or one task, as JSON in a text. */
export const dolphinscheduler = webhook({
  name: 'dolphinscheduler',
  service: 'DolphinScheduler',
  docs: 'https://dolphinscheduler.apache.org/en-us/docs/latest/user_doc/guide/alert/http',
  match: { keys: KEYS.map((key) => ({ [`msg.${key}`]: true })) },
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
