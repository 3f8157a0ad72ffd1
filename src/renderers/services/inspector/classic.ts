import { parseArn } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import { textAt } from '../../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { humanizeConstant } from '../../toolkit/humanize-constant.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';

/** By `event`, or for a changed run by `newstate`. */
const KINDS: ReadonlyMap<string, Verdict> = new Map([
  ['ASSESSMENT_RUN_STARTED', ['info', 'started']],
  ['ASSESSMENT_RUN_COMPLETED', ['recovery', 'succeeded']],
  ['COMPLETED', ['recovery', 'succeeded']],
  ['COMPLETED_WITH_ERRORS', ['warning', 'warning']],
  ['FAILED', ['error', 'failed']],
  ['ERROR', ['error', 'failed']],
  ['CANCELED', ['info', 'cancelled']],
  ['STOPPED', ['info', 'stopped']],
  ['FINDING_REPORTED', ['warning', 'warning']],
]);

const EVENTS = /^(ASSESSMENT_RUN_|FINDING_REPORTED$|(EN|DIS)ABLE_ASSESSMENT_NOTIFICATIONS$)/;

/**
 * Amazon Inspector Classic's messages to an SNS topic about its assessment runs.
 * @see https://docs.aws.amazon.com/inspector/v1/userguide/inspector_assessments.html
 */
export const inspectorClassic: Renderer = {
  name: 'inspector-classic',
  matches: ({ detail }) => EVENTS.test(textAt(detail, 'event') ?? '') && textAt(detail, 'template') !== undefined,
  render({ detail, occurredAt, region }, { words, timeZone }: RenderContext): Rendered {
    const event = textAt(detail, 'event') ?? '';
    const state = textAt(detail, 'newstate');
    const arn = parseArn(textAt(detail, 'run') ?? textAt(detail, 'target') ?? '');
    return {
      ...stateFor(KINDS.get(state ?? event) ?? ['info', 'notice'], words),
      title: `Amazon Inspector ${words.resourceKind.assessmentRun}`,
      fields: [
        field(words.label.event, humanizeConstant(event)),
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
