import type { ServiceEvent } from '../../aws/service-event.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { stateOfText } from '../toolkit/event-state.js';
import { timeField } from '../toolkit/field.js';
import { safeAwsLink } from '../toolkit/safe-aws-link.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor } from '../toolkit/verdict.js';

/** The subject that Jenkins's SNS plugin proposes, and the address that it sends as the message. */
const SUBJECT = /^Build ([A-Z_]+): (\S.*)$/;
const BUILD_PAGE = /^https?:\/\/\S+$/;

/**
 * A build of Jenkins, as its SNS plugin tells it: the result in the subject and in an attribute, the page in the message.
 * @see https://plugins.jenkins.io/snsnotify/
 */
export const jenkins: Renderer = {
  name: 'jenkins',
  matches: ({ subject, text }) => SUBJECT.test(subject) && BUILD_PAGE.test(text.trim()) && text.includes('/job/'),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const result = resultOf(event);
    const page = event.text.trim();
    return {
      ...(stateOfText(result, words) ?? stateFor(['info', 'notice'], words)),
      title: titleOf('Jenkins', SUBJECT.exec(event.subject)?.[2]),
      fields: [timeField(words.label.time, event.occurredAt, timeZone)],
      link: safeAwsLink(page),
      ...(safeAwsLink(page) === undefined && { details: page }),
      state: result,
    };
  },
};

function resultOf({ attributes, subject }: ServiceEvent): string {
  return attributes['result'] ?? SUBJECT.exec(subject)?.[1] ?? '';
}
