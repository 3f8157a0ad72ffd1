import { arrayAt, type JsonObject, numberAt, textAt } from '../../src/base/json.js';
import { type Refusal, refusal } from './answer.js';

type CardCheck = (card: JsonObject) => Refusal | undefined;

/** The two kinds of card a robot may send. The others need callbacks. */
const CARD_TYPES: readonly string[] = ['text_notice', 'news_notice'];
const MIN_ASPECT_RATIO = 1.3;
const MAX_ASPECT_RATIO = 2.25;

/** Longest lists, and the field that each item must have. */
const LISTS = [
  { name: 'horizontal_content_list', most: 6, needs: 'keyname' },
  { name: 'vertical_content_list', most: 4, needs: 'title' },
  { name: 'jump_list', most: 3, needs: 'title' },
] as const;

const knownType: CardCheck = (card) =>
  CARD_TYPES.includes(textAt(card, 'card_type') ?? '') ? undefined : refusal(40058);

const titled: CardCheck = (card) => {
  const subTitle = textAt(card, 'card_type') === 'text_notice' ? textAt(card, 'sub_title_text') : undefined;
  return (textAt(card, 'main_title', 'title') ?? subTitle) === undefined ? refusal(41016, 'missing title') : undefined;
};

const illustrated: CardCheck = (card) => {
  if (textAt(card, 'card_type') !== 'news_notice') return undefined;
  if (textAt(card, 'card_image', 'url') === undefined) return refusal(41010, 'missing url');
  const ratio = numberAt(card, 'card_image', 'aspect_ratio') ?? MIN_ASPECT_RATIO;
  return ratio >= MIN_ASPECT_RATIO && ratio <= MAX_ASPECT_RATIO ? undefined : refusal(40058);
};

/** `card_action.type` 1 opens `url`, 2 a mini program. */
const actionable: CardCheck = (card) => {
  const type = numberAt(card, 'card_action', 'type');
  if (type === 1) return textAt(card, 'card_action', 'url') === undefined ? refusal(41010, 'missing url') : undefined;
  if (type === 2 && textAt(card, 'card_action', 'appid') !== undefined) return undefined;
  return refusal(40058);
};

const listsAreSound: CardCheck = (card) => {
  const sound = LISTS.every(({ name, most, needs }) => {
    const items = arrayAt(card, name);
    return items.length <= most && items.every((item) => textAt(item, needs) !== undefined);
  });
  return sound ? undefined : refusal(40058);
};

/**
 * The checks of a `template_card`. WeCom truncates long texts and never refuses them, but it does refuse long lists.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
export const CARD_CHECKS: readonly CardCheck[] = [knownType, titled, illustrated, actionable, listsAreSound];
