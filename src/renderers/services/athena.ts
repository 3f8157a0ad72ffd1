import { tableRenderer } from '../toolkit/event-table.js';

/** @see https://docs.aws.amazon.com/athena/latest/ug/athena-events.html */
export const athena = tableRenderer({
  name: 'athena',
  service: 'Athena',
  sources: ['aws.athena'],
  types: /^Athena /,
  rows: {
    'Athena Query State Change': {
      kind: 'query',
      name: 'workgroupName',
      state: 'currentState',
      fields: [
        ['type', 'statementType'],
        ['queryId', 'queryExecutionId'],
      ],
      details: ['athenaError.errorMessage', 'stateChangeReason'],
      page: 'athena',
      at: 'detail.queryExecutionId',
    },
  },
  other: { kind: 'query', name: ['workgroupName', 'name'], state: ['currentState', 'state'] },
});
