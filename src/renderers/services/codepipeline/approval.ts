import { consoleLink } from '../../../aws/console-link.js';
import { textAt } from '../../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { safeAwsLink } from '../../toolkit/safe-aws-link.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';

/**
 * A manual approval action waits for somebody: the link to the review is the point.
 * @see https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-json-format.html
 */
export const codePipelineApproval: Renderer = {
  name: 'codepipeline-approval',
  matches: ({ detail }) =>
    ['pipelineName', 'approvalReviewLink'].some((key) => textAt(detail, 'approval', key) !== undefined),
  render({ detail, region: topicRegion, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const approval = (key: string): string | undefined => textAt(detail, 'approval', key);
    const region = textAt(detail, 'region') ?? topicRegion;
    const pipeline = approval('pipelineName');
    return {
      ...stateFor(['warning', 'approvalNeeded'], words),
      title: titleOf(words.resourceKind.pipeline, pipeline, approval('stageName'), approval('actionName')),
      fields: [
        timeField(label.deadline, approval('expires'), timeZone),
        field(label.reviewItem, approval('externalEntityLink')),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: approval('customData'),
      link:
        safeAwsLink(approval('approvalReviewLink')) ??
        safeAwsLink(textAt(detail, 'consoleLink')) ??
        consoleLink('codepipeline', region, pipeline),
      region,
    };
  },
};
