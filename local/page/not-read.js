import { adviceInChinese } from './advice-zh.js';
import { h } from './dom.js';
import { fact, step } from './step.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Trace} Trace
 */

/** The guide to a tool of one's own, by the page's language. */
const GUIDES = { zh: '/docs/add-a-tool.zh-CN.md', en: '/docs/add-a-tool.md' };

/**
 * Says that an event was not understood, and how to go on: what is understood, and how it can become so.
 * @param {Trace} trace
 * @param {App} app
 */
export function notReadElement({ error = '', errorInChinese, isUnknown }, { words, choices }) {
  const isChinese = choices.tongue === 'zh';
  if (!isUnknown) return step(words.notRead, h('code', { class: 'answer' }, (isChinese && errorInChinese) || error));
  const guide = h('a', { href: GUIDES[choices.tongue], target: '_blank', rel: 'noopener' }, words.goOnGuide);
  return step(
    words.notRead,
    isChinese ? h('p', {}, words.notKnown(adviceInChinese(error))) : h('code', { class: 'answer' }, error),
    fact(words.goOn),
    h(
      'ul',
      { class: 'go-on' },
      ...words.knownShapes.map((shape) => h('li', {}, shape)),
      h('li', {}, words.goOnTool, guide),
    ),
    fact(words.goOnReport),
  );
}
