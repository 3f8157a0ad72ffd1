import { arrayAt, at, type JsonObject, numberAt, textAt } from '../../base/json.js';
import { ERRCODE } from './errcodes.js';
import { MAX_CARD_JUMPS, MAX_CARD_PARAGRAPHS, MAX_CARD_ROWS } from './limits.js';
import type { MessageFault } from './message.js';

const INVALID: MessageFault = { errcode: ERRCODE.invalidParameter, errmsg: 'invalid Request Parameter' };
const NO_TITLE: MessageFault = { errcode: ERRCODE.missingTitle, errmsg: 'missing title' };
const NO_URL: MessageFault = { errcode: ERRCODE.missingUrl, errmsg: 'missing url' };

/** WeCom's limits for the width-to-height ratio of a card's picture. */
const ASPECT_RATIO = { least: 1.3, most: 2.25 };

/** The number of entries that each list may have, and the property that each entry needs. */
const LISTS = [
  { name: 'horizontal_content_list', most: MAX_CARD_ROWS, needs: 'keyname' },
  { name: 'vertical_content_list', most: MAX_CARD_PARAGRAPHS, needs: 'title' },
  { name: 'jump_list', most: MAX_CARD_JUMPS, needs: 'title' },
] as const;

/**
 * Checks a `template_card` against WeCom's rules. The lengths of its texts are only WeCom's advice, and so never a
 * fault.
 */
export function cardFault(card: JsonObject): MessageFault | undefined {
  switch (card['card_type']) {
    case 'text_notice':
      return textNoticeFault(card) ?? sharedFault(card);
    case 'news_notice':
      return newsNoticeFault(card) ?? sharedFault(card);
    default:
      return INVALID; // Other cards need an application that answers.
  }
}

function textNoticeFault(card: JsonObject): MessageFault | undefined {
  return (textAt(card, 'main_title', 'title') ?? textAt(card, 'sub_title_text')) === undefined ? NO_TITLE : undefined;
}

function newsNoticeFault(card: JsonObject): MessageFault | undefined {
  if (textAt(card, 'main_title', 'title') === undefined) return NO_TITLE;
  if (textAt(card, 'card_image', 'url') === undefined) return NO_URL;
  const ratio = at(card, 'card_image', 'aspect_ratio') ?? ASPECT_RATIO.least;
  const isSound = typeof ratio === 'number' && ratio >= ASPECT_RATIO.least && ratio <= ASPECT_RATIO.most;
  return isSound ? undefined : INVALID;
}

function sharedFault(card: JsonObject): MessageFault | undefined {
  return actionFault(card) ?? (LISTS.every((list) => isSoundList(card, list)) ? undefined : INVALID);
}

function actionFault(card: JsonObject): MessageFault | undefined {
  switch (numberAt(card, 'card_action', 'type')) {
    case 1:
      return textAt(card, 'card_action', 'url') === undefined ? NO_URL : undefined;
    case 2:
      return textAt(card, 'card_action', 'appid') === undefined ? INVALID : undefined;
    default:
      return INVALID;
  }
}

function isSoundList(card: JsonObject, { name, most, needs }: (typeof LISTS)[number]): boolean {
  const given = at(card, name) ?? [];
  const entries = arrayAt(card, name);
  return Array.isArray(given) && entries.length <= most && entries.every((entry) => textAt(entry, needs) !== undefined);
}
