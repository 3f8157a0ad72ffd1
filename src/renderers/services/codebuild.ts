import { consoleLink } from '../../aws/console-link.js';
import { arrayAt, numberAt, textAt } from '../../base/json.js';
import { withoutEnd } from '../../base/without-end.js';
import { formatDuration, parseTime } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { revisionOf } from '../toolkit/revision.js';
import { safeAwsLink } from '../toolkit/safe-aws-link.js';
import { type StateTable, stateIn } from '../toolkit/state-table.js';
import { titleOf } from '../toolkit/title.js';

const STATES: StateTable = { stopped: ['info', 'stopped'] };

/** A phase with one of these did not stop the build. */
const PASSED = /^(SUCCEEDED|IN_PROGRESS|QUEUED)$/;

/**
 * A build of AWS CodeBuild changed state, or completed a phase.
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html
 */
export const codeBuild: Renderer = {
  name: 'codebuild',
  matches: ({ detailType }) => detailType.startsWith('CodeBuild Build '),
  render({ detail, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const information = (key: string): string | undefined => firstText(detail, `additional-information.${key}`);
    const project = textAt(detail, 'project-name');
    const number = information('build-number');
    const state = textAt(detail, 'build-status') ?? textAt(detail, 'completed-phase-status');
    const build = firstText(detail, 'build-id');
    const failed = failedPhase(detail);
    const revision = revisionOf(information('source-version'));
    return {
      ...stateIn(STATES, state, words),
      title: titleOf(words.resourceKind.build, named(project, number), textAt(detail, 'completed-phase')),
      fields: [
        field(label.failedPhase, textAt(failed, 'phase-type')),
        field(label.duration, durationOf(detail, words, occurredAt)),
        field(label.initiator, information('initiator')),
        field(isVersion(revision) ? label.version : label.branch, revision),
        field(label.source, sourceOf(information('source.location'))),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: contextOf(failed) ?? unbracketed(textAt(detail, 'completed-phase-context')),
      // The build's page has the phases and the log; the log alone has no way to either.
      link:
        consoleLink('codebuild', region, build, project) ??
        safeAwsLink(information('logs.deep-link')) ??
        consoleLink('codebuild-project', region, project),
      state,
    };
  },
};

/** Tells a commit, a release's tag or a pull request from a branch. */
function isVersion(revision: string | undefined): boolean {
  return /^(v?\d|[0-9a-f]{7,64}$|pr\/)/i.test(revision ?? '');
}

function named(project: string | undefined, number: string | undefined): string | undefined {
  return number === undefined ? project : `${project ?? ''} #${number}`;
}

function phasesOf(detail: unknown): readonly unknown[] {
  return arrayAt(detail, 'additional-information', 'phases');
}

function failedPhase(detail: unknown): unknown {
  return phasesOf(detail).find((phase) => {
    const status = textAt(phase, 'phase-status');
    return status !== undefined && !PASSED.test(status);
  });
}

/** The longest that a build can wait and run: 8 and 36 hours. */
const MAX_BUILD_MS = 44 * 3_600_000;

/** Returns the sum of the phases' lengths; without phases, the time from a build's start (in UTC) to the event of its end. */
function durationOf(detail: unknown, words: Words, endedAt: number): string | undefined {
  const phases = phasesOf(detail).map((phase) => numberAt(phase, 'duration-in-seconds') ?? 0);
  const seconds =
    numberAt(detail, 'completed-phase-duration-seconds') ?? phases.reduce((total, each) => total + each, 0);
  const ms = seconds > 0 ? seconds * 1000 : sinceStart(detail, endedAt);
  return ms > 0 && ms <= MAX_BUILD_MS ? formatDuration(ms, words) : undefined;
}

function sinceStart(detail: unknown, endedAt: number): number {
  const isOver = textAt(detail, 'build-status') !== 'IN_PROGRESS';
  const startedAt = parseTime(firstText(detail, 'additional-information.build-start-time'));
  return isOver && startedAt !== undefined ? endedAt - startedAt : 0;
}

/** Names a repository by its URL; a bucket and key of CodePipeline's would mean nothing to a reader and are left out. */
function sourceOf(location: string | undefined): string | undefined {
  return location?.startsWith('https://') ? location.replace(/^https:\/\/|\.git$/g, '') : undefined;
}

/** A phase that went well has the context `[": "]`. */
function contextOf(phase: unknown): string | undefined {
  const lines = arrayAt(phase, 'phase-context').map((line) => unbracketed(typeof line === 'string' ? line : undefined));
  return lines.filter((line) => line !== undefined).join('\n') || undefined;
}

function unbracketed(context: string | undefined): string | undefined {
  const text = withoutEnd(
    context
      ?.replace(/^\[|\]$/g, '')
      .replace(/^[\s:]+/, '')
      .trimEnd() ?? '',
    ': ',
  );
  return text && text !== 'null' ? text : undefined;
}
