import { arrayAt, textAt } from '../../base/json.js';
import { MAX_SLACK_TEXT, plainSlackAt } from './slack-text.js';

/** A piece of a message: its text, and the link that goes with it. */
export interface SlackPart {
  readonly text: string;
  readonly isTitle?: boolean;
  readonly link?: string | undefined;
}

/** The deepest nesting of rich text: a list in a quote in a section. */
const MAX_DEPTH = 6;

/** The pieces of each kind of block. @see https://docs.slack.dev/reference/block-kit/blocks */
const READERS: Readonly<Record<string, (block: unknown) => readonly SlackPart[]>> = {
  header: (block) => [{ text: plainSlackAt(block, 'text', 'text'), isTitle: true }],
  section: (block) => [
    { text: plainSlackAt(block, 'text', 'text'), link: textAt(block, 'accessory', 'url') },
    ...arrayAt(block, 'fields').map((one) => ({ text: plainSlackAt(one, 'text') })),
  ],
  context: (block) => [
    {
      text: arrayAt(block, 'elements')
        .map((one) => plainSlackAt(one, 'text'))
        .filter(Boolean)
        .join(' '),
    },
  ],
  actions: (block) => arrayAt(block, 'elements').map((button) => ({ text: '', link: textAt(button, 'url') })),
  markdown: (block) => [{ text: (textAt(block, 'text') ?? '').slice(0, MAX_SLACK_TEXT) }],
  rich_text: (block) => [{ text: richText(block, MAX_DEPTH).slice(0, MAX_SLACK_TEXT).trim() }],
};

/** Returns the pieces of these blocks, in order. A kind without text, such as an image, has none. */
export function slackParts(blocks: readonly unknown[]): readonly SlackPart[] {
  return blocks.flatMap((block) => {
    const kind = textAt(block, 'type') ?? '';
    return Object.hasOwn(READERS, kind) ? (READERS[kind]?.(block) ?? []) : [];
  });
}

function richText(value: unknown, depth: number): string {
  if (depth === 0) return '';
  const inner = arrayAt(value, 'elements').map((element) => richText(element, depth - 1));
  const ends = textAt(value, 'type')?.startsWith('rich_text_') === true ? '\n' : '';
  return `${textAt(value, 'text') ?? textAt(value, 'url') ?? ''}${inner.join('')}${ends}`;
}
