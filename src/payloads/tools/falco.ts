import { LEVELS } from '../toolkit/levels.js';
import { webhook } from '../toolkit/tool.js';

/** Falco, itself and by falcosidekick. @see https://falco.org/docs/outputs/channels/ */
export const falco = webhook({
  name: 'falco',
  service: 'Falco',
  match: { keys: { rule: true, priority: true, output: true, output_fields: true } },
  other: {
    name: 'rule',
    where: 'hostname',
    state: 'priority',
    verdict: LEVELS,
    fields: {
      pod: '{output_fields.k8s.ns.name}/{output_fields.k8s.pod.name}',
      container: ['output_fields.container.name', 'output_fields.container.id'],
      user: 'output_fields.user.name',
      command: 'output_fields.proc.cmdline',
      time: 'time as time',
    },
    details: 'output',
    labels: { rule: 'rule', priority: 'priority', source: 'source', namespace: 'output_fields.k8s.ns.name' },
  },
});
