import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { type EventRow, tableRenderer } from '../../toolkit/event-table.js';
import { field } from '../../toolkit/field.js';
import { summarizeList } from '../../toolkit/summarize-list.js';

const WINDOW: EventRow = {
  kind: 'maintenanceWindow',
  name: 'window-id',
  verdict: {
    deregistered: ['info', 'deregistered'],
    disabled: ['warning', 'disabled'],
    enabled: ['info', 'enabled'],
    registered: ['info', 'registered'],
    skipped_overlapping: ['warning', 'skipped'],
  },
  fields: [
    ['owner', 'owner-information'],
    ['duration', ['start-time', 'end-time'], 'span'],
  ],
  page: 'ssm-window',
};
const ASSOCIATION: EventRow = {
  kind: 'association',
  name: 'document-name',
  fields: [
    ['instance', 'instance-id'],
    ['errorCode', 'error-code'],
    ['succeededTargets', 'association-status-aggregated-count.Success', 'count'],
    ['failedTargets', 'association-status-aggregated-count.Failed', 'count'],
  ],
  details: ['execution-summary', 'detailed-status'],
  page: 'ssm-association',
  at: 'detail.association-id',
};
const COMMAND: EventRow = {
  kind: 'command',
  name: ['document-name', 'command-id'],
  fields: [
    ['instance', 'instance-id'],
    ['commandId', 'command-id'],
  ],
  page: 'ssm-command',
  at: 'detail.command-id',
};
const OPS_ITEM: EventRow = {
  kind: 'opsItem',
  name: ['title', 'ops-item-id'],
  verdict: { open: ['warning', 'open'] },
  fields: [
    ['id', 'ops-item-id'],
    ['severity', 'severity'],
    ['category', 'category'],
    ['source', 'source'],
  ],
  details: 'description',
  page: 'ssm-opsitem',
  at: 'detail.ops-item-id',
};
const AUTOMATION: EventRow = {
  kind: 'automation',
  name: 'Definition',
  fields: [
    ['duration', 'Time', 'milliseconds'],
    ['executedBy', 'ExecutedBy'],
  ],
  details: ['FailureMessage', 'message'],
  page: 'ssm',
  at: 'detail.ExecutionId',
};
const MANAGED_NODE: EventRow = { kind: 'managedNode', name: ['instance-id', 'InstanceId', 'managed-instance-id'] };

const table = tableRenderer({
  name: 'ssm',
  service: 'Systems Manager',
  sources: ['aws.ssm'],
  types:
    /^(EC2 (Automation|Command|State Manager) |Maintenance Window |Parameter Store |OpsItem |SSM Managed |Configuration Compliance |Change Request )/,
  rows: {
    'EC2 Automation Execution Status-change Notification': AUTOMATION,
    'EC2 Automation Step Status-change Notification': {
      ...AUTOMATION,
      kind: 'automationStep',
      name: 'StepName',
      fields: [
        ['automation', 'Definition'],
        ['action', 'Action'],
        ['duration', 'Time', 'milliseconds'],
      ],
    },
    'EC2 Command Status-change Notification': COMMAND,
    'EC2 Command Invocation Status-change Notification': COMMAND,
    'EC2 State Manager Association State Change': ASSOCIATION,
    'EC2 State Manager Instance Association State Change': ASSOCIATION,
    'Configuration Compliance State Change': {
      kind: 'compliance',
      name: 'resource-id',
      state: 'compliance-status',
      verdict: { compliant: ['recovery', 'compliant'], non_compliant: ['warning', 'nonCompliant'] },
      fields: [
        ['type', 'compliance-type'],
        ['severity', 'severity'],
        ['baseline', 'patch-baseline-id'],
      ],
      page: 'ssm-compliance',
    },
    'Maintenance Window State-change Notification': WINDOW,
    'Maintenance Window Status-change Notification': WINDOW,
    'Maintenance Window Execution State-change Notification': WINDOW,
    'Maintenance Window Task Execution State-change Notification': { ...WINDOW, kind: 'windowTask' },
    'Maintenance Window Task Target Invocation State-change Notification': { ...WINDOW, kind: 'windowTarget' },
    'Maintenance Window Target Registration Notification': { ...WINDOW, kind: 'windowTarget' },
    'Maintenance Window Task Registration Notification': { ...WINDOW, kind: 'windowTask' },
    'Parameter Store Change': {
      kind: 'parameter',
      name: 'name',
      state: 'operation',
      verdict: { delete: ['warning', 'deleted'], labelparameterversion: ['info', 'updated'] },
      fields: [['type', 'type']],
      details: 'description',
      page: 'ssm-parameter',
    },
    'Parameter Store Policy Action': {
      kind: 'parameter',
      name: 'parameter-name',
      state: 'policy-type',
      verdict: { expiration: ['warning', 'expired'], expirationnotification: ['warning', 'expiring'] },
      fields: [['expires', 'policy-content.Attributes.Timestamp', 'time']],
      details: 'action-reason',
      page: 'ssm-parameter',
    },
    'Calendar State Change': {
      kind: 'calendar',
      verdict: { open: ['info', 'changesAllowed'], closed: ['info', 'changesBlocked'] },
      fields: [['nextChange', 'nextTransitionTime', 'time']],
      page: 'ssm-calendars',
    },
    'Inventory Resource State Change': {
      kind: 'inventory',
      name: ['type-name', 'resource-id'],
      state: 'action-status',
      details: 'action-reason',
    },
    'OpsItem Create': OPS_ITEM,
    'OpsItem Update': OPS_ITEM,
    'Change Request Status Update': {
      kind: 'changeRequest',
      name: ['change-request-title', 'ops-item-title', 'change-request-id'],
      state: ['change-request-status', 'ops-item-status'],
      fields: [['requester', ['requester', 'ops-item-created-by']]],
    },
    'SSM Managed Instance Registration': { ...MANAGED_NODE, verdict: ['info', 'created'] },
    'SSM Managed Instance Deregistration': { ...MANAGED_NODE, verdict: ['info', 'deleted'] },
  },
  other: { kind: 'resource', name: ['title', 'name', 'document-name', 'resource-id'] },
});

/** A node as a resource of an event: an EC2 instance, or a machine that Systems Manager has taken in. */
const NODE = /:(?:managed-)?instance\/(m?i-[0-9a-f]+)$/;

/** Systems Manager. @see https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html */
export const ssm: Renderer = {
  ...table,
  render(event, context) {
    const rendered = table.render(event, context);
    if ('skipped' in rendered) return rendered;
    const nodes = event.resources.flatMap((resource) => NODE.exec(resource)?.[1] ?? []);
    return isNamed(nodes, rendered, context)
      ? rendered
      : {
          ...rendered,
          fields: [field(context.words.label.instance, summarizeList(nodes, context.words)), ...rendered.fields],
        };
  },
};

/** Returns true if the title or a line says already which node it is. */
function isNamed(nodes: readonly string[], { title, fields }: Rendered, { words }: RenderContext): boolean {
  const isSaid = fields.some((line) => line?.label === words.label.instance);
  return isSaid || nodes.some((node) => title.includes(node) || fields.some((line) => line?.value.includes(node)));
}
