import type { ToolRow } from '../../toolkit/tool.js';
import { alert } from './alert.js';

const NAMES =
  'alert.dependency.package.name|alert.rule.description|alert.rule.id|alert.secret_type_display_name|alert.secret_type';
const ALERT: ToolRow = {
  ...alert,
  name: `{repository.full_name} {${NAMES}}`,
  verdict: {
    critical: ['critical', 'vulnerable'],
    'high|error': ['error', 'vulnerable'],
    'medium|moderate|warning': ['warning', 'vulnerable'],
    '*': ['info', 'vulnerable'],
  },
};
const CLOSED: ToolRow = {
  ...ALERT,
  fields: { user: 'sender.login', reason: ['alert.resolution', 'alert.dismissed_reason'] },
};
const DISMISSED = ['dismissed', 'auto_dismissed', 'closed_by_user'];

/** Alerts of Dependabot, code scanning and secret scanning. */
export const securityAlerts: Readonly<Record<string, ToolRow>> = {
  fixed: {
    ...CLOSED,
    when: { 'alert.number': true, action: ['fixed', 'resolved'] },
    verdict: ['recovery', 'resolved'],
  },
  dismissed: { ...CLOSED, when: { 'alert.number': true, action: DISMISSED }, verdict: ['info', 'closed'] },
  secret: { ...ALERT, when: { 'alert.secret_type': true }, verdict: ['critical', 'secretLeaked'] },
  alert: ALERT,
};
