import type { ServiceEvent } from '../../aws/service-event.js';
import { arrayAt, at, isObject, objectAt, textAt } from '../../base/json.js';
import { parseTime } from '../../text/format.js';
import { generic } from '../generic/generic.js';
import type { RenderContext, Renderer } from '../renderer.js';
import { codeBuild } from './codebuild.js';
import { codeCommit } from './codecommit.js';
import { codeDeploy } from './codedeploy.js';
import { codePipeline } from './codepipeline/codepipeline.js';

/** The services whose events a notification rule sends. */
const SERVICES: readonly Renderer[] = [codePipeline, codeBuild, codeDeploy, codeCommit];

/**
 * A developer tool's event, as a rule of AWS CodeStar Notifications sends it to SNS: the EventBridge envelope with `detailType`
 * for `detail-type`, and `additionalAttributes` beside the detail that say where a pipeline failed.
 * @see https://docs.aws.amazon.com/dtconsole/latest/userguide/concepts.html
 */
export const codeStarNotifications: Renderer = {
  name: 'codestar-notifications',
  matches: ({ detail, ...event }) =>
    isObject(at(detail, 'detail')) &&
    (textAt(detail, 'notificationRuleArn') !== undefined || serviceOf(opened({ ...event, detail })) !== undefined),
  render(event, context: RenderContext) {
    const inner = opened(event);
    const rendered = (serviceOf(inner) ?? generic).render(inner, context);
    if ('skipped' in rendered) return rendered;
    const { account = inner.account, region = inner.region } = rendered;
    return { ...rendered, account, region, occurredAt: inner.occurredAt };
  },
};

function serviceOf(event: ServiceEvent): Renderer | undefined {
  return SERVICES.find((service) => service.matches(event));
}

function opened(event: ServiceEvent): ServiceEvent {
  const { detail } = event;
  const additionalAttributes = objectAt(detail, 'additionalAttributes');
  return {
    ...event,
    source: textAt(detail, 'source') ?? '',
    detailType: textAt(detail, 'detailType') ?? '',
    account: textAt(detail, 'account') ?? event.account,
    region: textAt(detail, 'region') ?? event.region,
    occurredAt: parseTime(at(detail, 'time')) ?? event.occurredAt,
    resources: arrayAt(detail, 'resources').filter((resource) => typeof resource === 'string'),
    detail: { ...objectAt(detail, 'detail'), additionalAttributes },
  };
}
