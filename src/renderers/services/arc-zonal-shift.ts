import type { Renderer } from '../renderer.js';
import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const ZONE: EventRow = {
  kind: 'zonalShift',
  name: 'metadata.awayFrom',
  state: [],
  fields: [['resource', 'resources']],
  details: ['data.additionalFailureInfo', 'metadata.notes'],
};
const PRACTICE: EventRow = { ...ZONE, kind: 'practiceRun' };
const MANUAL: EventRow = { ...ZONE, kind: 'manualShift' };

const table = tableRenderer({
  name: 'arc-zonal-shift',
  service: 'ARC',
  sources: ['aws.arc-zonal-shift'],
  rows: {
    'Autoshift In Progress': { ...ZONE, verdict: ['warning', 'trafficShifted'] },
    'Autoshift Completed': { ...ZONE, verdict: ['recovery', 'recovered'] },
    // A practice run fails because an alarm of one's own says that the application misses the zone.
    'Practice Run Started': { ...PRACTICE, verdict: ['info', 'started'] },
    'Practice Run Succeeded': { ...PRACTICE, verdict: ['recovery', 'succeeded'] },
    'Practice Run Interrupted': { ...PRACTICE, verdict: ['warning', 'interrupted'] },
    'Practice Run Failed': { ...PRACTICE, verdict: ['warning', 'failed'] },
    'FIS Experiment Autoshift In Progress': { ...PRACTICE, verdict: ['info', 'running'] },
    'FIS Experiment Autoshift Completed': { ...PRACTICE, verdict: ['info', 'completed'] },
    'FIS Experiment Autoshift Canceled': { ...PRACTICE, verdict: ['info', 'cancelled'] },
    'Manual Shift Started': { ...MANUAL, verdict: ['info', 'started'] },
    'Manual Shift Updated': { ...MANUAL, verdict: ['info', 'updated'] },
    'Manual Shift Canceled': { ...MANUAL, verdict: ['info', 'cancelled'] },
  },
  other: ZONE,
});

/**
 * Traffic that Application Recovery Controller moves away from an Availability Zone.
 * @see https://docs.aws.amazon.com/r53recovery/latest/dg/eventbridge-zonal-autoshift.html
 */
export const arcZonalShift: Renderer = {
  ...table,
  render(event, context) {
    // The resource that is shifted stands in the envelope only.
    const rendered = table.render({ ...event, detail: { ...event.detail, resources: event.resources } }, context);
    if ('skipped' in rendered || event.detailType !== 'Autoshift In Progress') return rendered;
    // What follows only says which kind of notification it is.
    const note = rendered.details?.split(' This notification', 1)[0]?.trim();
    return { ...rendered, ...(note ? { details: note } : { rows: [{ text: context.words.phrase.autoshift }] }) };
  },
};
