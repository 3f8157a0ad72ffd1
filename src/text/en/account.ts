import type { account as zhCN } from '../zh-CN/account.js';

/** What an account's costs, cases, certificates and keys are told with. */
export const account: typeof zhCN = {
  advice: {
    error: 'Action recommended',
    notice: 'Notice',
    ok: 'OK',
    warning: 'Investigation recommended',
  },

  case: {
    added: 'Added to',
    answered: 'Answered by AWS',
    created: 'Created',
    reopened: 'Reopened',
    resolved: 'Resolved',
    updated: 'Updated',
  },

  certificate: {
    actionRequired: 'Renewal needs action',
    available: 'Available',
    changed: 'Updated',
    expired: 'Expired',
    expiring: 'Expiring',
    revoked: 'Revoked',
  },

  key: {
    changed: 'Updated',
    deleted: 'Deleted',
    materialExpired: 'Key material expired',
    rotated: 'Rotated',
  },

  status: {
    belowTarget: 'Below target',
    budgetAction: 'Budget action',
    costAnomaly: 'Cost anomaly',
    forecastOverBudget: 'Forecast over threshold',
    overBudget: 'Over budget',
    overThreshold: 'Over threshold',
  },

  label: {
    action: 'Action',
    actual: 'Actual',
    budgeted: 'Budgeted',
    days: 'Date',
    daysLeft: 'Left',
    expires: 'Expires',
    forecast: 'Forecast',
    inUse: 'In use',
    monitor: 'Monitor',
    rootCause: 'Root cause',
    overspent: (what, amount) => `${what} cost ${amount} more`,
    spend: 'Spent',
    validation: 'Validation',
  },

  thing: {
    budget: 'Budget',
    certificate: 'Certificate',
    certificateAuthority: 'Private CA',
    key: 'KMS key',
    supportCase: 'Support case',
  },

  ofBudget: (percent) => `${percent}% of the budget`,
  overspent: (what, amount) => `${what} cost ${amount} more`,
  spend: (actual, expected) => `${actual}, expected ${expected}`,
};
