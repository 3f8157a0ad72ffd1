import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const SERVICE: EventRow = {
  kind: 'service',
  name: 'serviceName',
  state: ['operationStatus', 'currentServiceStatus'],
  verdict: { paused: ['warning', 'stopped'] },
  fields: [
    ['operation', 'operationStatus'],
    ['previous', 'previousServiceStatus'],
  ],
  page: 'apprunner',
  at: 'resources.0',
};

/** @see https://docs.aws.amazon.com/apprunner/latest/dg/monitor-eb.html */
export const appRunner = tableRenderer({
  name: 'app-runner',
  service: 'App Runner',
  sources: ['aws.apprunner'],
  types: /^AppRunner /,
  rows: { 'AppRunner Service Operation Status Change': SERVICE, 'AppRunner Service Status Change': SERVICE },
  other: SERVICE,
});
