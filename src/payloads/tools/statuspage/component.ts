import type { ToolRow } from '../../toolkit/tool.js';

/** A part of a service. */
export const component: ToolRow = {
  when: { 'component.name': true },
  kind: 'component',
  name: 'component.name',
  state: ['component_update.new_status', 'component.status'],
  verdict: {
    operational: ['recovery', 'recovered'],
    degraded_performance: ['warning', 'unhealthy'],
    partial_outage: ['error', 'unavailable'],
    major_outage: ['critical', 'unavailable'],
    under_maintenance: ['info', 'maintenance'],
  },
  fields: { time: 'component_update.created_at as time' },
  details: 'page.status_description',
  thing: 'component.id',
};
