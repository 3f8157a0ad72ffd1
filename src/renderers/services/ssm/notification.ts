import { textAt } from '../../../base/json.js';
import type { Renderer } from '../../renderer.js';
import { type EventRow, renderRow } from '../../toolkit/event-table.js';

/** The keys that together only Run Command has. */
const MARKS = ['commandId', 'documentName', 'status'] as const;

const COMMAND: EventRow = {
  kind: 'command',
  name: 'documentName',
  state: 'status',
  fields: [
    ['instance', ['instanceId', 'instanceIds']],
    ['commandId', 'commandId'],
    ['duration', ['requestedDateTime', 'eventTime'], 'span'],
  ],
  details: ['statusDetails', 'detailedStatus'],
  page: 'ssm-command',
  at: 'detail.commandId',
};

/**
 * Results of Systems Manager Run Command, by SNS: a command on one instance or on all.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-sns-examples.html
 */
export const ssmNotification: Renderer = {
  name: 'ssm',
  matches: ({ detail }) => MARKS.every((mark) => textAt(detail, mark) !== undefined),
  render: (event, context) =>
    renderRow(`Systems Manager ${context.words.resourceKind.command}`, COMMAND, event, context),
};
