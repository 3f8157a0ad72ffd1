import { resourceName } from '../../aws/arn.js';
import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { titleOf } from '../toolkit/title.js';

/**
 * A schedule came due that sends nothing of its own: an EventBridge rule's, or EventBridge Scheduler's default event.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export const scheduledEvent: Renderer = {
  name: 'scheduled-event',
  matches: ({ detailType }) => detailType === 'Scheduled Event',
  render(event, { words, timeZone }: RenderContext): Rendered {
    const [name, within] = scheduleOf(event);
    return {
      severity: 'info',
      status: words.status.triggered,
      title: titleOf(words.resourceKind.schedule, name),
      fields: [
        field(words.label.scheduleGroup, within === 'default' ? undefined : within),
        timeField(words.label.time, event.occurredAt, timeZone),
      ],
      details: firstText(event.detail, ['message', 'description']),
      link: linkOf(event),
    };
  },
};

/** `rule/[bus/]name` and `schedule/group/name`: the name, and what it is in. */
function scheduleOf({ resources }: ServiceEvent): readonly [name?: string | undefined, within?: string | undefined] {
  const parts = resourceName(resources[0] ?? '').split('/');
  return [parts.at(-1), parts.at(-2)];
}

function linkOf(event: ServiceEvent): string | undefined {
  const [name, within = 'default'] = scheduleOf(event);
  const page = event.source === 'aws.scheduler' ? 'scheduler' : 'events-rule';
  return consoleLink(page, event.region, name, within);
}
