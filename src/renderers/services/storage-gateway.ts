import { tableRenderer } from '../toolkit/event-table.js';

/** @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-storagegateway.html */
export const storageGateway = tableRenderer({
  name: 'storage-gateway',
  service: 'Storage Gateway',
  sources: ['aws.storagegateway'],
  types: /^Storage Gateway /,
  rows: {},
  other: {
    kind: 'gateway',
    name: ['gateway-name', 'gateway-arn', 'file-share-arn'],
    state: ['event-type', 'status', 'state'],
    fields: [
      ['file', ['object-key', 'folderList', 'folder-list']],
      ['bucket', 'bucket-name'],
      ['size', 'object-size', 'bytes'],
      ['started', 'started', 'time'],
      ['duration', ['started', 'completed'], 'span'],
    ],
    page: 'storage-gateway',
  },
});
