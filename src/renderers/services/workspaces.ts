import { tableRenderer } from '../toolkit/event-table.js';

/** Somebody logged in to a virtual desktop. @see https://docs.aws.amazon.com/workspaces/latest/adminguide/cloudwatch-events.html */
export const workSpaces = tableRenderer({
  name: 'workspaces',
  service: 'WorkSpaces',
  sources: ['aws.workspaces'],
  types: /^WorkSpaces /,
  rows: {
    'WorkSpaces Access': {
      kind: 'desktop',
      name: 'workspaceId',
      state: 'actionType',
      verdict: { successfullogin: ['info', 'loggedIn'] },
      fields: [
        ['clientIp', 'clientIpAddress'],
        ['client', ['clientPlatform', 'workspacesClientProductName']],
        ['directory', 'directoryId'],
      ],
    },
  },
  other: { kind: 'desktop', name: ['workspaceId', 'WorkspaceId'] },
});
