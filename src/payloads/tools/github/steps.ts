import type { ToolRow } from '../../toolkit/tool.js';

/** The person who did it: Gitea knows people's names. */
export const USER = '{sender.full_name|sender.login}';

/** Shared by all that is about a branch or a tag. */
export const REF: ToolRow = { name: '{repository.full_name} {ref}', fields: { user: [USER, 'pusher.name'] } };

/** The steps of a pull request or an issue that have a word of their own. */
export const STEPS = [
  ...['opened', 'ready_for_review', 'reopened', 'closed'],
  ...['synchronize', 'synchronized', 'edited', 'deleted'],
];

/** Shared by pull requests and issues. */
export const STEP: ToolRow = {
  state: 'action',
  verdict: {
    'opened|ready_for_review': ['info', 'opened'],
    reopened: ['info', 'reopened'],
    closed: ['info', 'closed'],
    'synchronize|synchronized|edited': ['info', 'updated'],
    deleted: ['info', 'deleted'],
  },
};
