import { webhook } from '../toolkit/tool.js';

const NAME = '{projectName} {workflowInstanceName|processName|processDefinitionName} {taskName}';

/** DolphinScheduler's Http alarm: a list of workflows or tasks, as JSON in a text. */
export const dolphinscheduler = webhook({
  name: 'dolphinscheduler',
  service: 'DolphinScheduler',
  docs: 'https://dolphinscheduler.apache.org/en-us/docs/latest/user_doc/guide/alert/http',
  match: { keys: [{ 'msg.0.processName': true }, { 'msg.0.workflowInstanceName': true }, { 'msg.0.taskName': true }] },
  other: {
    kind: 'workflow',
    fields: {
      owner: 'msg.*.owner',
      started: ['msg.0.taskStartTime', 'msg.0.processStartTime', 'msg.0.workflowStartTime'],
      ended: ['msg.0.taskEndTime', 'msg.0.processEndTime', 'msg.0.workflowEndTime'],
      host: ['msg.*.taskHost', 'msg.*.processHost', 'msg.*.workflowHost'],
    },
    each: { path: 'msg', name: NAME, state: ['taskState', 'workflowExecutionStatus', 'processState', 'event'] },
    labels: { project: 'msg.0.projectName' },
  },
});
