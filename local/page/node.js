/**
 * What is to be shown, before it is on the page: an element with its children, or text. Only `dom.js` makes real elements of
 * it, and it makes no HTML: whatever a message holds stays text.
 *
 * @typedef {object} ElementNode
 * @property {string} tag
 * @property {string} [className]
 * @property {Readonly<Record<string, string>>} [attributes]
 * @property {readonly PageNode[]} children
 *
 * @typedef {ElementNode | string} PageNode
 */

/**
 * An element.
 * @param {string} tag
 * @param {string} className empty: none
 * @param {readonly PageNode[]} children
 * @param {Readonly<Record<string, string>>} [attributes]
 * @returns {ElementNode}
 */
export function element(tag, className, children, attributes) {
  return { tag, className, children, ...(attributes && { attributes }) };
}

/**
 * A link that opens a page of its own. Anything but http and https is no link: its text alone is shown.
 * @param {string} url
 * @param {readonly PageNode[]} children
 * @returns {ElementNode}
 */
export function link(url, children) {
  if (!/^https?:\/\//i.test(url)) return element('span', '', children);
  return element('a', '', children, { href: url, target: '_blank', rel: 'noopener noreferrer' });
}

/**
 * All text in it, as a reader hears it.
 * @param {PageNode} node
 * @returns {string}
 */
export function textOfNode(node) {
  return typeof node === 'string' ? node : node.children.map(textOfNode).join('');
}
