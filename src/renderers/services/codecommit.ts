import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { arrayAt, type JsonObject, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import type { EventState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { revisionOf } from '../toolkit/revision.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** The meanings of `detail.event`. Work in a repository wakes nobody. */
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
 * Something happened in an AWS CodeCommit repository: a branch or tag, a pull request, a comment, an approval rule template. By
 * EventBridge, and a repository's own trigger, which knows branches and tags only.
 * @see https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html
 */
export const codeCommit: Renderer = {
  name: 'codecommit',
  matches: ({ detailType, detail }) => detailType.startsWith('CodeCommit ') || referencesOf(detail).length > 0,
  render(given, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const { region, occurredAt } = given;
    const detail = referencesOf(given.detail).length > 0 ? detailOfTrigger(given) : given.detail;
    const event = textAt(detail, 'event');
    const repository = textAt(detail, 'repositoryName') ?? textAt(detail, 'repositoryNames', 0);
    const pullRequest = textAt(detail, 'pullRequestId');
    return {
      ...outcomeOfEvent(detail, words),
      title: titleIn(detail, repository, words),
      fields: [
        field(label.repository, pullRequest === undefined ? undefined : repository),
        field(label.repository, firstText(detail, 'repositories', words.listSeparator)),
        field(label.branch, branchesOf(detail)),
        field(label.version, revisionOf(textAt(detail, 'commitId'))),
        field(label.mergeOption, textAt(detail, 'mergeOption')),
        field(label.actor, firstText(detail, ['callerUserArn', 'author'])),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: firstText(detail, 'description'),
      link:
        consoleLink('codecommit-pull-request', region, pullRequest, repository) ??
        consoleLink('codecommit-commit', region, textAt(detail, 'afterCommitId'), repository) ??
        consoleLink('codecommit', region, repository),
      state: event,
    };
  },
};

function referencesOf(detail: JsonObject): readonly unknown[] {
  return arrayAt(detail, 'codecommit', 'references');
}

/** Returns a trigger's event in EventBridge's terms. If several branches were pushed at once, all are named. */
function detailOfTrigger({ detail, resources }: ServiceEvent): JsonObject {
  const references = referencesOf(detail);
  const is = (key: string): boolean => references.every((reference) => textAt(reference, key) === 'true');
  const names = references.map((reference) => revisionOf(textAt(reference, 'ref')));
  return {
    event: `reference${is('deleted') ? 'Deleted' : is('created') ? 'Created' : 'Updated'}`,
    repositoryName: firstText(resources, '0'),
    referenceName: names.filter(Boolean).join(', '),
    commitId: references.length === 1 ? textAt(references[0], 'commit') : undefined,
    callerUserArn: textAt(detail, 'userIdentityARN'),
  };
}

function outcomeOfEvent(detail: unknown, words: Words): EventState {
  const event = textAt(detail, 'event') ?? '';
  const approval = textAt(detail, 'approvalStatus');
  if (approval !== undefined) return stateFor(['info', approval === 'APPROVE' ? 'approved' : 'approvalRevoked'], words);
  const [, verdict] = EVENTS.find(([stem]) => stem.test(event)) ?? [];
  return stateFor(verdict ?? ['info', 'notice'], words);
}

function titleIn(detail: unknown, repository: string | undefined, { resourceKind }: Words): string {
  const pullRequest = textAt(detail, 'pullRequestId');
  const template = textAt(detail, 'approvalRuleTemplateName');
  if (pullRequest !== undefined)
    return titleOf(resourceKind.pullRequest, `#${pullRequest} ${textAt(detail, 'title') ?? ''}`);
  if (template !== undefined) return titleOf(resourceKind.approvalRuleTemplate, template);
  return titleOf(
    resourceKind.repository,
    repository,
    textAt(detail, 'referenceName') ?? revisionOf(textAt(detail, 'afterCommitId')),
  );
}

/** `feature → main`. */
function branchesOf(detail: unknown): string | undefined {
  const names = ['sourceReference', 'destinationReference'].map((key) => revisionOf(textAt(detail, key)));
  return names.filter(Boolean).join(' → ') || undefined;
}
