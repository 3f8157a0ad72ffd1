import { webhook } from '../toolkit/tool.js';

/** HCP Terraform and Terraform Enterprise: runs, and health assessments of a workspace. @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/notification-configurations */
export const terraform = webhook({
  name: 'terraform',
  service: 'Terraform',
  match: { keys: { notification_configuration_id: true, payload_version: true } },
  within: 'details',
  event: ['notifications.0.trigger', 'trigger'],
  common: {
    name: '{organization_name}/{workspace_name}',
    state: ['notifications.0.run_status', 'trigger'],
    grade: ['notifications.0.trigger', 'trigger'],
    verdict: { 'canceled|force_canceled': ['info', 'cancelled'], 'assessment:drifted': ['warning', 'drifted'] },
    fields: { user: 'run_created_by', driftedResources: 'new_assessment_result.resources_drifted as count' },
    details: ['run_message', 'message'],
    link: 'run_url',
  },
  rows: {
    verification: { details: 'notifications.0.message', test: true },
    'run:needs_attention': { verdict: ['warning', 'approvalNeeded'] },
  },
  other: { going: ['pending', 'planning', 'applying'] },
});
