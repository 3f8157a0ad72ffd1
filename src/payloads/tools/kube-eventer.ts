import { webhook } from '../toolkit/tool.js';

/** kube-eventer of Alibaba Cloud: its default body. @see https://github.com/AliyunContainerService/kube-eventer/blob/master/docs/en/webhook-sink.md */
export const kubeEventer = webhook({
  name: 'kube-eventer',
  service: 'Kubernetes',
  match: { keys: { EventType: true, EventKind: true, EventReason: true, EventMessage: true } },
  other: {
    name: '{EventKind} {EventReason}',
    state: 'EventType',
    verdict: { warning: ['warning', 'warning'], normal: ['info', 'notice'] },
    fields: { time: 'EventTime as time' },
    details: 'EventMessage',
    labels: { kind: 'EventKind', reason: 'EventReason' },
  },
});
