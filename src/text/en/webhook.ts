import type { webhook as zhCN } from '../zh-CN/webhook.js';

/** What other tools' webhooks are told with. */
export const webhook: typeof zhCN = {
  alerts: {
    count: (firing, resolved) =>
      [firing > 0 ? `${firing} firing` : '', resolved > 0 ? `${resolved} resolved` : ''].filter(Boolean).join(', '),
    lasted: (duration) => `lasted ${duration}`,
    unlisted: (n) => `and ${n} more`,
  },
  dashboard: 'Dashboard',
  keywords: 'Keywords',
  labels: 'Labels',
  nextSteps: 'Next steps:',
  rule: 'Rule',
  runbook: 'Runbook',
  silence: 'Silence',
  summary: 'Summary',
  message: {
    file: 'File',
    image: 'Image',
    news: 'News',
    template_card: 'Card',
    voice: 'Voice message',
  },
};
