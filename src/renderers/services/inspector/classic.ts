import { parseArn } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import { textAt } from '../../../base/json.js';
import type { Severity } from '../../../domain/notification.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { humanizeConstant } from '../../toolkit/humanize-constant.js';

type Kind = readonly [severity: Severity, status: (words: Words) => string];

/** By `event`, or for a changed run by `newstate`. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['ASSESSMENT_RUN_STARTED', ['info', (words) => words.status.started]],
  ['ASSESSMENT_RUN_COMPLETED', ['recovery', (words) => words.status.succeeded]],
  ['COMPLETED', ['recovery', (words) => words.status.succeeded]],
  ['COMPLETED_WITH_ERRORS', ['warning', (words) => words.status.warning]],
  ['FAILED', ['error', (words) => words.status.failed]],
  ['ERROR', ['error', (words) => words.status.failed]],
  ['CANCELED', ['info', (words) => words.status.cancelled]],
  ['STOPPED', ['info', (words) => words.status.stopped]],
  ['FINDING_REPORTED', ['warning', (words) => words.status.warning]],
]);

const EVENTS = /^(ASSESSMENT_RUN_|FINDING_REPORTED$|(EN|DIS)ABLE_ASSESSMENT_NOTIFICATIONS$)/;

/**
 * What the first Amazon Inspector sends to an SNS topic: about its assessment runs.
 * @see https://docs.aws.amazon.com/inspector/v1/userguide/inspector_assessments.html
 */
export const inspectorClassic: Renderer = {
  name: 'inspector-classic',
  matches: ({ detail }) => EVENTS.test(textAt(detail, 'event') ?? '') && textAt(detail, 'template') !== undefined,
  render({ detail, occurredAt, region }, { words, timeZone }: RenderContext): Rendered {
    const event = textAt(detail, 'event') ?? '';
    const state = textAt(detail, 'newstate');
    const [severity, status] = KINDS.get(state ?? event) ?? NOTICE;
    const arn = parseArn(textAt(detail, 'run') ?? textAt(detail, 'target') ?? '');
    return {
      severity,
      status: status(words),
      title: `Amazon Inspector ${words.security.thing.assessmentRun}`,
      fields: [
        field(words.security.label.event, humanizeConstant(event)),
        field(words.label.state, state && humanizeConstant(state)),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: textAt(detail, 'message'),
      link: consoleLink('inspector-classic', arn?.region ?? region),
      account: arn?.account,
      region: arn?.region,
      state: state ?? event,
    };
  },
};

const NOTICE: Kind = ['info', (words) => words.status.notice];
