import type { ToolRow } from '../../toolkit/tool.js';
import { JUDGED } from './severity.js';

const EVENT: ToolRow = { ...JUDGED, name: 'rule_name', where: 'target_ident', details: 'rule_note', thing: 'hash' };
const FIELDS = { current: 'trigger_value', group: 'group_name', cluster: 'cluster' };
const STARTED = 'first_trigger_time as time';

/** An alert that fires. */
export const firingEvent: ToolRow = {
  ...EVENT,
  fields: { ...FIELDS, labels: 'tags', started: STARTED },
};

/** An alert that is over. */
export const recoveredEvent: ToolRow = {
  ...EVENT,
  when: { is_recovered: 'true' },
  details: [],
  fields: {
    ...FIELDS,
    lasted: 'first_trigger_time to last_eval_time as span',
    started: STARTED,
    recoveredAt: 'last_eval_time as time',
  },
};

/** More than one event in a list. */
export const severalEvents: ToolRow = {
  when: { 'items.1.rule_id': true },
  each: { ...JUDGED, path: 'items', name: 'rule_name', told: ['target_ident', 'trigger_value'] },
};
