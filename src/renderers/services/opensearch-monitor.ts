import { matchTemplate } from '../../base/match-template.js';
import { formatTime } from '../../text/format.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** The first line of the message that OpenSearch's alerting proposes. */
const FIRST_LINE = 'Monitor {name} just entered alert status.';

/** OpenSearch grades triggers from 1, the worst, to 5. */
const SEVERITIES: Readonly<Record<string, Verdict>> = {
  1: ['critical', 'alarm'],
  2: ['error', 'alarm'],
  3: ['warning', 'alarm'],
  4: ['warning', 'alarm'],
  5: ['info', 'alarm'],
};

/**
 * A monitor of OpenSearch that was triggered, in the text that its alerting proposes for a message to SNS.
 * @see https://docs.opensearch.org/latest/observing-your-data/alerting/actions/
 */
export const openSearchMonitor: Renderer = {
  name: 'opensearch-monitor',
  matches: ({ text }) => matchTemplate(FIRST_LINE, text) !== undefined,
  render({ text, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const lines = text.split('\n').map((line) => line.trim());
    const told = (name: string) => lines.find((line) => line.startsWith(`- ${name}: `))?.slice(name.length + 4);
    const severity = told('Severity');
    const period = ['Period start', 'Period end'].map((name) => formatTime(told(name), timeZone));
    return {
      ...stateFor(SEVERITIES[severity ?? ''] ?? ['error', 'alarm'], words),
      title: titleOf(`OpenSearch ${words.resourceKind.monitoringRule}`, matchTemplate(FIRST_LINE, text)?.['name']),
      fields: [
        field(words.label.triggerName, told('Trigger')),
        field(words.label.severity, severity && `${severity} / 5`),
        field(words.label.timeRange, period.every((time) => time !== undefined) ? period.join(' – ') : undefined),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      state: severity,
    };
  },
};
