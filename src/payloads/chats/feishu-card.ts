import { arrayAt, at, isObject, textAt } from '../../base/json.js';

/** A piece of a card: a line of text, or a button's link. */
export interface CardPart {
  readonly text: string;
  readonly link?: string | undefined;
}

/** The deepest nesting of a card that is read: text in columns of a form in a container. */
const MAX_DEPTH = 6;
/** The properties in which elements hold other elements. */
const CHILDREN = ['elements', 'columns', 'actions', 'fields'] as const;

/**
 * Returns the pieces of a card, in order.
 * @see https://open.feishu.cn/document/feishu-cards/card-components
 */
export function cardParts(card: unknown): readonly CardPart[] {
  const body = at(card, 'body') ?? card;
  const elements = isObject(at(card, 'i18n_elements'))
    ? Object.values(Object(at(card, 'i18n_elements')))[0]
    : undefined;
  return partsOf({ elements: Array.isArray(elements) ? elements : at(body, 'elements') }, MAX_DEPTH);
}

function partsOf(element: unknown, depth: number): readonly CardPart[] {
  if (depth === 0) return [];
  const inner = CHILDREN.flatMap((name) => arrayAt(element, name)).flatMap((child) => partsOf(child, depth - 1));
  const text = at(element, 'tag') === 'button' ? '' : plainCardText(ownText(element));
  const link = [textAt(element, 'url'), textAt(element, 'multi_url', 'url'), behaviourLink(element)].find(Boolean);
  return text === '' && link === undefined ? inner : [{ text, link }, ...inner];
}

function ownText(element: unknown): string {
  return textAt(element, 'content') ?? textAt(element, 'text', 'content') ?? '';
}

function behaviourLink(element: unknown): string | undefined {
  return arrayAt(element, 'behaviors')
    .map((behaviour) => textAt(behaviour, 'default_url'))
    .find((url) => url !== undefined);
}

/** Returns a card's markdown as plain text: links as `text URL`, without marks, colours and tags. */
export function plainCardText(text: string): string {
  return text
    .replace(/<at ([^<>]{0,100})>([^<>]{0,100})<\/at>/g, (_, who: string, name: string) => {
      return `@${name.replace(/^@/, '') || (/\ball\b/.test(who) ? 'all' : '')}`;
    })
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\[([^[\]]{0,500})\]\((https?:[^()\s]{0,2000})\)/g, '$1 $2')
    .replaceAll('**', '')
    .trim();
}
