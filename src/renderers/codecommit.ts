import { consoleLink } from '../console-link.js';
import { textAt } from '../json.js';
import type { Words } from '../text/words.js';
import { field, timeField } from './field.js';
import { leafAt } from './leaf.js';
import type { Outcome } from './outcome.js';
import type { RenderContext, Rendered, Renderer } from './renderer.js';
import { revisionOf } from './revision.js';
import { titleOf } from './title.js';
import { outcomeFor, type Verdict } from './verdict.js';

/** What `detail.event` means. Nobody is woken by work in a repository. */
const EVENTS: readonly (readonly [stem: RegExp, verdict: Verdict])[] = [
  [/^comment/, ['info', 'commented']],
  [/StatusChanged$/, ['info', 'closed']],
  [/ApprovalRuleOverridden$/, ['warning', 'approvalOverridden']],
  [/ApprovalRule/, ['info', 'approvalRuleChanged']],
  [/MergeStatusUpdated$/, ['recovery', 'merged']],
  [/Created$/, ['info', 'created']],
  [/Deleted$/, ['info', 'deleted']],
  [/Updated$|associated$/i, ['info', 'updated']],
];

/**
 * Something happened in an AWS CodeCommit repository: a branch or tag, a pull request, a comment, an approval rule template.
 * @see https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html
 */
export const codeCommit: Renderer = {
  name: 'codecommit',
  matches: ({ detailType }) => detailType.startsWith('CodeCommit '),
  render({ detail, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words.workload;
    const event = textAt(detail, 'event');
    const repository = textAt(detail, 'repositoryName') ?? textAt(detail, 'repositoryNames', 0);
    const pullRequest = textAt(detail, 'pullRequestId');
    return {
      ...outcomeOfEvent(detail, words),
      title: titleIn(detail, repository, words),
      fields: [
        field(label.repository, pullRequest === undefined ? undefined : repository),
        field(label.repository, leafAt(detail, 'repositories', words.listSeparator)),
        field(label.branch, branchesOf(detail)),
        field(label.revision, revisionOf(textAt(detail, 'commitId'))),
        field(label.mergeOption, textAt(detail, 'mergeOption')),
        field(label.actor, leafAt(detail, ['callerUserArn', 'author'])),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: leafAt(detail, 'description'),
      link:
        consoleLink('codecommit-pull-request', region, pullRequest, repository) ??
        consoleLink('codecommit-commit', region, textAt(detail, 'afterCommitId'), repository) ??
        consoleLink('codecommit', region, repository),
      state: event,
    };
  },
};

function outcomeOfEvent(detail: unknown, words: Words): Outcome {
  const event = textAt(detail, 'event') ?? '';
  const approval = textAt(detail, 'approvalStatus');
  if (approval !== undefined)
    return outcomeFor(['info', approval === 'APPROVE' ? 'approved' : 'approvalRevoked'], words);
  const [, verdict] = EVENTS.find(([stem]) => stem.test(event)) ?? [];
  return outcomeFor(verdict ?? ['info', 'notice'], words);
}

function titleIn(detail: unknown, repository: string | undefined, { workload: { thing } }: Words): string {
  const pullRequest = textAt(detail, 'pullRequestId');
  const template = textAt(detail, 'approvalRuleTemplateName');
  if (pullRequest !== undefined) return titleOf(thing.pullRequest, `#${pullRequest} ${textAt(detail, 'title') ?? ''}`);
  if (template !== undefined) return titleOf(thing.approvalRuleTemplate, template);
  return titleOf(
    thing.repository,
    repository,
    textAt(detail, 'referenceName') ?? revisionOf(textAt(detail, 'afterCommitId')),
  );
}

/** `feature → main`. */
function branchesOf(detail: unknown): string | undefined {
  const names = ['sourceReference', 'destinationReference'].map((key) => revisionOf(textAt(detail, key)));
  return names.filter(Boolean).join(' → ') || undefined;
}
