import { LEVELS } from '../../toolkit/levels.js';
import type { ToolRow } from '../../toolkit/tool.js';

/** An event of a service, as of a machine that fails. */
export const event: ToolRow = {
  when: { resourceId: true },
  name: ['{product} {content.eventType}', '{product} {name}'],
  state: 'level',
  verdict: LEVELS,
  where: 'regionId',
  fields: { instance: ['{instanceName} {content.instanceId}', 'resourceId'], event: 'name', time: 'eventTime as time' },
  labels: { product: 'product', severity: 'level', region: 'regionId' },
};
