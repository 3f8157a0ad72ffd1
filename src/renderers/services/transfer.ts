import { tableRenderer } from '../toolkit/event-table.js';

/**
 * Transfer Family: every event is one file or directory that a server, a connector or AS2 moved, and all have one shape.
 * @see https://docs.aws.amazon.com/transfer/latest/userguide/events-detail-reference.html
 */
export const transfer = tableRenderer({
  name: 'transfer',
  service: 'Transfer Family',
  sources: ['aws.transfer'],
  types: /^(SFTP|FTPS|FTP|AS2) (Server|Connector|Payload|MDN) /,
  rows: {},
  other: {
    kind: 'file',
    name: ['file-path', 's3-attributes.file-key', 's3-attributes.json-key', 'directory-path', 'as2-message-id'],
    state: 'status-code',
    fields: [
      ['size', 'bytes', 'bytes'],
      ['user', 'username'],
      ['server', 'server-id'],
      ['connector', 'connector-id'],
      ['sender', 'as2-from'],
      ['to', 'as2-to'],
      ['clientIp', 'client-ip'],
      ['errorCode', 'failure-code'],
    ],
    details: ['failure-message', 'status-message', 'message'],
    page: 'transfer',
  },
});
