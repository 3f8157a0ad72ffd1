/**
 * The only place that makes elements. It makes no HTML from any text, so the contents of a message cannot become an
 * element.
 *
 * @typedef {import('./node.js').PageNode} PageNode
 * @typedef {Readonly<Record<string, string | number | boolean | undefined>>} Attributes
 * @typedef {Node | string | undefined | false} Child
 */

/** The attributes that a message's nodes may carry. `src` is a picture inside the message, and is checked. */
const ALLOWED = new Set(['href', 'target', 'rel', 'alt', 'start', 'tabindex', 'src', 'width', 'height']);

/**
 * Makes the element that a node describes. Attributes that a message does not need are left out.
 * @param {PageNode} node
 * @returns {Node}
 */
export function mount(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const attributes = Object.entries(node.attributes ?? {}).filter(
    ([name, value]) => ALLOWED.has(name) && (name !== 'src' || /^data:image\/(?:png|jpeg);base64,/.test(value)),
  );
  return h(
    node.tag,
    { class: node.className || undefined, ...Object.fromEntries(attributes) },
    ...node.children.map(mount),
  );
}

/**
 * Makes an element of the page's own. `undefined` and `false` leave out an attribute or a child, `true` sets an
 * attribute without a value.
 * @param {string} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/**
 * Makes a button.
 * @param {Attributes} attributes
 * @param {() => void} onClick
 * @param {...Child} children
 */
export function button(attributes, onClick, ...children) {
  const made = h('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}

/**
 * Returns the element with this id, which the page always has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`Cannot find #${id} as the page must have it`);
  return found;
}

/**
 * @template Item
 * @typedef {object} Listing
 * @property {(item: Item) => string | number} key
 * @property {(item: Item) => unknown} sign the contents of the element, as data: it is made anew when they change
 * @property {(item: Item) => HTMLElement} make
 */

/** @type {WeakMap<Element, { key: string, sign: string }>} */
const known = new WeakMap();

/**
 * Makes a parent's children match a list, touching only those that changed: scrolling, focus and selections stay.
 * @template Item
 * @param {Element} parent
 * @param {readonly Item[]} items
 * @param {Listing<Item>} listing
 */
export function patch(parent, items, listing) {
  const before = new Map([...parent.children].map((child) => [known.get(child)?.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(listing.key(item));
    const old = before.get(key);
    before.delete(key);
    const element = elementOf(item, key, old, listing);
    if (old && old === place) place = element;
    if (element === place) place = element.nextElementSibling;
    else parent.insertBefore(element, place);
  }
  for (const gone of before.values()) gone.remove();
}

/**
 * Returns the old element as long as it shows the same, else a new one in its place.
 * @template Item
 * @param {Item} item
 * @param {string} key
 * @param {Element | undefined} old
 * @param {Listing<Item>} listing
 */
function elementOf(item, key, old, { sign, make }) {
  const now = { key, sign: JSON.stringify(sign(item)) };
  if (old && known.get(old)?.sign === now.sign) return old;
  const made = make(item);
  known.set(made, now);
  if (old) replaceKeepingFocus(old, made);
  return made;
}

/** @param {Element} old @param {Element} made */
function replaceKeepingFocus(old, made) {
  const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('data-focus') : undefined;
  old.replaceWith(made);
  if (!focused) return;
  const again =
    made.getAttribute('data-focus') === focused ? made : made.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
