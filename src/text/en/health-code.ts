import type { healthCode as zhCN } from '../zh-CN/health-code.js';

/** AWS Health's event type codes that most services use, without `AWS_<SERVICE>_`. */
export const healthCode: typeof zhCN = {
  API_ISSUE: 'API issue',
  BILLING_NOTIFICATION: 'billing notification',
  BILLING_SUSPENSION_NOTICE: 'billing suspension notice',
  CREDENTIALS_EXPOSED: 'credentials exposed',
  CREDENTIALS_EXPOSURE_SUSPECTED: 'credentials exposure suspected',
  DOS_REPORT: 'denial-of-service report',
  INSTANCE_REBOOT_MAINTENANCE_SCHEDULED: 'instance reboot scheduled',
  INSTANCE_RETIREMENT_SCHEDULED: 'instance retirement scheduled',
  MAINTENANCE_SCHEDULED: 'maintenance scheduled',
  OPERATIONAL_ISSUE: 'operational issue',
  OPERATIONAL_NOTIFICATION: 'operational notification',
  PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED: 'instance retirement scheduled',
  PLANNED_LIFECYCLE_EVENT: 'planned lifecycle event',
  RENEWAL_FAILURE: 'certificate renewal failed',
  RENEWAL_STATE_CHANGE: 'certificate renewal state changed',
  SECURITY_NOTIFICATION: 'security notification',
  SYSTEM_MAINTENANCE_EVENT: 'system maintenance',
};
