import type { config as zhCN } from '../zh-CN/config.js';

/** What AWS Config's messages are told with. */
export const config: typeof zhCN = {
  status: {
    compliant: 'Compliant',
    nonCompliant: 'Noncompliant',
    notApplicable: 'Not applicable',
  },
  label: {
    bucket: 'Bucket',
    changed: 'Changed',
  },
  thing: {
    evaluation: 'rule evaluation',
    history: 'configuration history delivery',
    resource: 'resource',
    rule: 'rule',
    snapshot: 'configuration snapshot delivery',
  },
};
