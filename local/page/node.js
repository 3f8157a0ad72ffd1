/**
 * A part of the page before it is shown: an element with its children, or text. Only `dom.js` turns it into real
 * elements, and never into HTML: whatever a message holds stays text.
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
 * Creates an element.
 * @param {string} tag
 * @param {string} className empty for no class
 * @param {readonly PageNode[]} children
 * @param {Readonly<Record<string, string>>} [attributes]
 * @returns {ElementNode}
 */
export function element(tag, className, children, attributes) {
  return { tag, className, children, ...(attributes && { attributes }) };
}

/**
 * Creates a link that opens a new page. Anything but http and https is not a link: only its text is shown.
 * @param {string} url
 * @param {readonly PageNode[]} children
 * @returns {ElementNode}
 */
export function link(url, children) {
  if (!/^https?:\/\//i.test(url)) return element('span', '', children);
  return element('a', '', children, { href: url, target: '_blank', rel: 'noopener noreferrer' });
}

/**
 * Returns all text in it, as a screen reader speaks it.
 * @param {PageNode} node
 * @returns {string}
 */
export function textOfNode(node) {
  return typeof node === 'string' ? node : node.children.map(textOfNode).join('');
}
