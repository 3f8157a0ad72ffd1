import type { ToolRow } from '../../toolkit/tool.js';

/** The legacy plug-in. */
export const legacy: ToolRow = {
  when: { triggering_rules: true },
  name: ['event.title', 'message'],
  grade: 'level',
  fields: {
    project: ['project_name', 'project'],
    failedAt: 'culprit',
    environment: 'event.environment',
    version: 'event.release',
    rule: 'triggering_rules',
    time: 'event.timestamp as time',
  },
  link: 'url',
  thing: 'id',
  labels: { project: 'project', environment: 'event.environment' },
};
