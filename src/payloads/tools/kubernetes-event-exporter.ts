import { webhook } from '../toolkit/tool.js';

/** kubernetes-event-exporter: an event of Kubernetes as it is. @see https://github.com/resmoio/kubernetes-event-exporter */
export const kubernetesEventExporter = webhook({
  name: 'kubernetes-event-exporter',
  service: 'Kubernetes',
  match: {
    keys: { 'involvedObject.kind': true, 'involvedObject.name': true, reason: true, type: ['Normal', 'Warning'] },
  },
  other: {
    name: '{involvedObject.kind} {involvedObject.name} {reason}',
    where: '{clusterName} {involvedObject.namespace}',
    state: 'type',
    verdict: { warning: ['warning', 'warning'], normal: ['info', 'notice'] },
    fields: {
      source: '{source.component|reportingComponent} {source.host}',
      count: 'count as count',
      time: ['lastTimestamp as time', 'eventTime as time', 'metadata.creationTimestamp as time'],
    },
    details: 'message',
    labels: { kind: 'involvedObject.kind', namespace: 'involvedObject.namespace', reason: 'reason' },
  },
});
