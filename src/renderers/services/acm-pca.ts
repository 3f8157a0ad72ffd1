import { consoleLink } from '../../aws/console-link.js';
import { getOwn, textAt } from '../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { stateOfText } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { readableSentence } from '../toolkit/readable-sentence.js';

const PREFIX = 'ACM Private CA ';

/**
 * Actions of a private certificate authority, done or failed: issuing, revoking, publishing its list, writing its audit report.
 * @see https://docs.aws.amazon.com/privateca/latest/userguide/CloudWatchEvents.html
 */
export const acmPca: Renderer = {
  name: 'acm-pca',
  matches: ({ detailType }) => detailType.startsWith(PREFIX),
  render({ detail, detailType, occurredAt, region, resources }, { words, timeZone }: RenderContext): Rendered {
    const action = detailType.slice(PREFIX.length);
    const result = textAt(detail, 'result');
    const authority = firstText(resources, '0');
    const [, about] = resources; // A certificate; of a list of revoked ones and of an audit report: the bucket.
    const isCertificate = about?.includes('/certificate/') === true;
    return {
      ...(stateOfText(result ?? '', words) ?? { severity: 'info', status: words.status.notice }),
      title: `${words.resourceKind.certificateAuthority} ${getOwn<string>(words.awsCode.privateCa, action) ?? action}`,
      fields: [
        field(words.label.resource, authority),
        field(isCertificate ? words.resourceKind.certificate : words.label.bucket, about?.split(/[/:]/).at(-1)),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: readableSentence(firstText(detail, 'reason'), timeZone),
      link: consoleLink('acm-pca', region, resources[0]),
      state: result,
    };
  },
};
