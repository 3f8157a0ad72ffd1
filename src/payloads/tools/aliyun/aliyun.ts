import { webhook } from '../../toolkit/tool.js';
import { event } from './event.js';
import { threshold } from './threshold.js';

/** Aliyun CloudMonitor's callbacks: a threshold, as a form, and a system event. @see https://help.aliyun.com/zh/cms/cloudmonitor-1-0/user-guide/manage-event-triggered-alert-rules */
export const aliyun = webhook({
  name: 'aliyun',
  service: 'Aliyun',
  match: {
    keys: [
      { alertName: true, alertState: true, curValue: true },
      { ver: true, product: true, resourceId: true, level: true, name: true },
    ],
  },
  rows: { event },
  other: threshold,
});
