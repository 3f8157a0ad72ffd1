import type { payload as zhCN } from '../zh-CN/payload.js';

/** Words of payloads. */
export const payload: typeof zhCN = {
  alerts: {
    count: (firing, resolved, unlisted) =>
      [
        firing > 0 ? `${firing} firing` : '',
        resolved > 0 ? `${resolved} resolved` : '',
        unlisted > 0 ? `${unlisted} not listed, state unknown` : '',
      ]
        .filter(Boolean)
        .join(', '),
    lasted: (duration) => `lasted ${duration}`,
    unlisted: (n) => `and ${n} more`,
  },
  nextSteps: 'Next steps:',
  message: {
    file: 'File',
    image: 'Image',
    news: 'News',
    template_card: 'Card',
    voice: 'Voice message',
  },
};
