import { tableRenderer } from '../../toolkit/event-table.js';

/** SES events about sending as a whole, not about one mail. @see https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html */
export const sesAccount = tableRenderer({
  name: 'ses',
  service: 'SES',
  sources: ['aws.ses'],
  rows: {
    'Advisor Recommendation Status Open': { kind: 'recommendation', verdict: ['warning', 'open'], page: 'ses' },
    'Advisor Recommendation Status Resolved': {
      kind: 'recommendation',
      verdict: ['recovery', 'recovered'],
      page: 'ses',
    },
    'Sending Status Disabled': { kind: 'sending', verdict: ['error', 'disabled'], page: 'ses' },
    'Sending Status Enabled': { kind: 'sending', verdict: ['recovery', 'enabled'], page: 'ses' },
  },
  other: { kind: 'sending', page: 'ses' },
});
