import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { arrayAt, type JsonObject, numberAt, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import type { EventState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { type StateTable, stateIn } from '../toolkit/state-table.js';
import { summarizeList } from '../toolkit/summarize-list.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** Verdicts on actions on an image that succeeded. */
const ACTIONS: StateTable = {
  delete: ['info', 'deleted'],
  push: ['info', 'pushed'],
  replicate: ['info', 'replicated'],
};

/** Severities as a scan counts them, the worst first, and what one finding of it is worth. */
const GRADES = [
  ['CRITICAL', 'critical', ['error', 'vulnerable']],
  ['HIGH', 'high', ['warning', 'vulnerable']],
  ['MEDIUM', 'medium', ['info', 'vulnerable']],
  ['LOW', 'low', ['info', 'vulnerable']],
] as const satisfies readonly (readonly [count: string, grade: keyof Words['security']['grade'], verdict: Verdict])[];

/**
 * Images in Amazon ECR: pushed, deleted, replicated, cached from elsewhere, scanned.
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html
 */
export const ecr: Renderer = {
  name: 'ecr',
  matches: ({ detailType }) => detailType.startsWith('ECR '),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail, region, account } = event;
    const { label, resourceKind } = words;
    const repository = repositoryOf(event);
    return {
      ...outcomeOfImage(detail, words),
      title: titleOf(resourceKind.ecrImage, imageName(repository, detail)),
      fields: [
        field(label.vulnerabilities, countsOf(detail, words)),
        field(label.tags, arrayAt(detail, 'image-tags').length > 1 ? tagsOf(detail, words) : undefined),
        field(label.upstream, firstText(detail, 'upstream-registry-url')),
        field(label.source, firstText(detail, 'source-region')),
        field(label.digest, digestOf(detail)),
        field(label.error, firstText(detail, 'failure-code')),
        timeField(label.time, event.occurredAt, timeZone),
      ],
      details: firstText(detail, ['failure-reason', 'scan-status-description']),
      link: consoleLink('ecr', region, repository, account),
      state: stateOf(detail),
    };
  },
};

function stateOf(detail: JsonObject): string | undefined {
  return firstText(detail, ['result', 'sync-status', 'scan-status']);
}

function outcomeOfImage(detail: JsonObject, words: Words): EventState {
  const state = stateOf(detail);
  const done = stateIn({}, state, words);
  if (done.severity === 'error') return done;
  const [, , verdict] = GRADES.find(([grade]) => countOf(detail, grade) > 0) ?? [];
  if (verdict) return stateFor(verdict, words);
  const action = textAt(detail, 'action-type');
  return action === undefined ? done : stateIn(ACTIONS, action, words);
}

function countOf(detail: JsonObject, grade: string): number {
  return numberAt(detail, 'finding-severity-counts', grade) ?? 0;
}

/** `严重 1、高危 2`, or that there is nothing. */
function countsOf(detail: JsonObject, words: Words): string | undefined {
  const found = GRADES.filter(([grade]) => countOf(detail, grade) > 0).map(
    ([count, grade]) => `${words.security.grade[grade]} ${countOf(detail, count)}`,
  );
  if (found.length > 0) return found.join(words.listSeparator);
  return textAt(detail, 'scan-status') === 'COMPLETE' ? words.security.nothingFound : undefined;
}

/** Scanning settings change for many repositories in one event. */
function repositoryOf({ detail }: ServiceEvent): string | undefined {
  return textAt(detail, 'repository-name') ?? textAt(detail, 'repositories', 0, 'repository-name');
}

function imageName(repository: string | undefined, detail: JsonObject): string | undefined {
  const tag = textAt(detail, 'image-tag') ?? textAt(detail, 'image-tags', 0);
  return tag === undefined ? repository : `${repository ?? ''}:${tag}`;
}

function tagsOf(detail: JsonObject, words: Words): string {
  return summarizeList(
    arrayAt(detail, 'image-tags').map((tag) => (typeof tag === 'string' ? tag : undefined)),
    words,
  );
}

/** Returns a short digest; needed only if no tag identifies the image. */
function digestOf(detail: JsonObject): string | undefined {
  const isTagged = textAt(detail, 'image-tag') !== undefined || arrayAt(detail, 'image-tags').length > 0;
  return isTagged
    ? undefined
    : textAt(detail, 'image-digest')
        ?.replace(/^sha256:/, '')
        .slice(0, 12);
}
