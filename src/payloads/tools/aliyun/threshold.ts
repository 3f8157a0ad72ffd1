import { LEVELS } from '../../toolkit/levels.js';
import type { ToolRow } from '../../toolkit/tool.js';

/** A metric that crosses its threshold, or no longer does. */
export const threshold: ToolRow = {
  name: 'alertName',
  where: ['regionName', 'regionId'],
  state: '{alertState} {triggerLevel}',
  verdict: {
    'ok*': ['recovery', 'recovered'],
    'insufficient*': ['warning', 'noData'],
    'alert|alarm': ['error', 'alarm'],
    ...LEVELS,
  },
  fields: {
    instance: ['instanceName', 'dimensions'],
    metric: '{metricName} {curValue}',
    threshold: 'expression',
    time: 'timestamp as time',
  },
  thing: '{ruleId|alertName} {dimensions}',
  labels: { severity: 'triggerLevel', metric: 'metricName', region: 'regionId' },
};
