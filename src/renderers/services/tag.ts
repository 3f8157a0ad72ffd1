import { arrayAt, getOwn, objectAt, textAt } from '../../base/json.js';
import type { Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { resourceLink } from '../toolkit/resource-link.js';
import { summarizeList } from '../toolkit/summarize-list.js';
import { titleOf } from '../toolkit/title.js';

/** Most tags that are read out. */
const MOST_TAGS = 5;

/** The tags of any resource changed. @see https://docs.aws.amazon.com/tag-editor/latest/userguide/reference-tag-change-events.html */
export const tag: Renderer = {
  name: 'tag',
  matches: ({ source, detailType }) => detailType === 'Tag Change on Resource' || source === 'aws.tag',
  render({ detail, resources, occurredAt }, { words, timeZone }) {
    const { label, resourceKind } = words;
    const kind = textAt(detail, 'resource-type')?.replaceAll('-', ' ') ?? '';
    const type = [textAt(detail, 'service')?.toUpperCase(), getOwn<string>(words.awsType, kind) ?? kind]
      .filter(Boolean)
      .join(' ');
    const tags = objectAt(detail, 'tags');
    const keys = arrayAt(detail, 'changed-tag-keys').flatMap((key) => textAt(key) ?? []);
    const changed = keys.map((key) => {
      const value = textAt(tags, key);
      return value === undefined ? words.phrase.removed(key) : `${key}=${value}`;
    });
    return {
      severity: 'info',
      status: words.status.updated,
      title: titleOf(`${type} ${resourceKind.tags}`, firstText(resources, '0')),
      fields: [
        field(label.changedTags, summarizeList(changed, words, MOST_TAGS)),
        timeField(label.time, occurredAt, timeZone),
      ],
      link: resourceLink(resources[0] ?? ''),
    };
  },
};
