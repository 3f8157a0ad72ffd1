import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const ACTIVITY: EventRow = {
  kind: 'scalableTarget',
  name: 'resourceId',
  state: 'scaledToMax',
  verdict: { true: ['warning', 'atMaximum'], false: ['info', 'updated'] },
  fields: [
    ['oldCapacity', 'oldDesiredCapacity'],
    ['newCapacity', 'newDesiredCapacity'],
    ['maxCapacity', 'maxCapacity'],
    ['dimension', 'scalableDimension'],
  ],
};

/** @see https://docs.aws.amazon.com/autoscaling/application/userguide/monitoring-eventbridge.html */
export const applicationAutoScaling = tableRenderer({
  name: 'application-auto-scaling',
  service: 'Application Auto Scaling',
  sources: ['aws.application-autoscaling'],
  types: /^Application Auto Scaling /,
  rows: { 'Application Auto Scaling Scaling Activity State Change': ACTIVITY },
  other: ACTIVITY,
});
