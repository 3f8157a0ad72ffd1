// Runs in a page, of which it may use everything, and nothing else.

/**
 * Smallest contrasts, and the smallest side of anything that is pressed, CSS pixels.
 * @typedef {{ readonly text: number, readonly large: number, readonly press: number }} Limits
 *
 * @typedef {{ readonly r: number, readonly g: number, readonly b: number, readonly a: number }} Colour
 */

/** What is pressed, without links in a text, which are as high as its lines. */
const PRESSED = 'button, summary, select, input, [role=tab], a:not(.shape a, p a, li a, .step a)';
/** What scrolls sideways on purpose. */
const SCROLLS = '#robots, pre, .md-table';

/** @param {Element} element */
function nameOf(element) {
  const name = element.id === '' ? [...element.classList].map((one) => `.${one}`).join('') : `#${element.id}`;
  return `${element.tagName.toLowerCase()}${name}`;
}

/** @param {Element} element */
function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  const isHidden = element.closest('.visually-hidden, .skip, svg, option, script') !== null;
  return (
    !isHidden && width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Returns a colour of CSS in numbers, as a canvas paints it. @param {string} colour @returns {Colour} */
function paint(colour) {
  if (brush === null) throw new Error('Cannot read a colour as there is no canvas');
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data;
  return { r, g, b, a: a / 255 };
}

/** @param {Colour} top @param {Colour} below @returns {Colour} */
function over(top, below) {
  const mix = (/** @type {'r' | 'g' | 'b'} */ part) => top[part] * top.a + below[part] * (1 - top.a);
  return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
}

/** Returns the colour on which an element's text stands. @param {Element | null} element @returns {Colour} */
function groundOf(element) {
  if (element === null) return paint('Canvas');
  const own = paint(getComputedStyle(element).backgroundColor);
  return own.a === 1 ? own : over(own, groundOf(element.parentElement));
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance @param {Colour} colour */
function luminanceOf({ r, g, b }) {
  const linear = (/** @type {number} */ part) =>
    part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** @param {Element} element @param {Limits} limits @param {string} [pseudo] @returns {readonly string[]} */
function faintness(element, limits, pseudo) {
  const style = getComputedStyle(element, pseudo);
  const ground = groundOf(element);
  const [dark = 0, light = 0] = [luminanceOf(over(paint(style.color), ground)), luminanceOf(ground)].sort(
    (x, y) => x - y,
  );
  const contrast = (light + 0.05) / (dark + 0.05);
  const size = Number.parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const isEnough = contrast >= (isLarge ? limits.large : limits.text);
  return isEnough ? [] : [`faint: ${nameOf(element)}${pseudo ?? ''} ${contrast.toFixed(2)}`];
}

/** @param {Element} element @returns {readonly string[]} */
function overflow(element) {
  const { overflowX, display } = getComputedStyle(element);
  const isCut = element.scrollWidth > element.clientWidth + 1 && display !== 'inline' && !/auto|scroll/.test(overflowX);
  if (!isCut || element.matches('input, select, textarea')) return [];
  const what = `${nameOf(element)} ${element.textContent?.slice(0, 40)}`;
  if (overflowX === 'visible') return [`runs out of its box: ${what}`];
  return element.getAttribute('title') ? [] : [`cut off, with no title: ${what}`];
}

/** @param {HTMLInputElement} field @returns {readonly string[]} */
function cutPlaceholder(field) {
  const style = getComputedStyle(field);
  if (brush === null || field.value !== '') return [];
  brush.font = style.font;
  const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return brush.measureText(field.placeholder).width > room ? [`placeholder is cut off: ${nameOf(field)}`] : [];
}

/** @param {Element} element @param {Limits} limits @returns {readonly string[]} */
function smallness(element, limits) {
  const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
  const isSmall = Math.min(width, height) < limits.press - 0.5;
  return isSmall ? [`small to press: ${nameOf(element)} ${Math.round(width)}×${Math.round(height)}`] : [];
}

/** Returns what is wrong with the page as it stands. @param {Limits} limits @returns {readonly string[]} */
export function findFaults(limits) {
  const { clientWidth, scrollWidth } = document.documentElement;
  const all = [...document.querySelectorAll('body *')].filter(isSeen);
  const withText = all.filter(({ childNodes }) =>
    [...childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );
  const fields = all.filter((element) => element instanceof HTMLInputElement && element.placeholder !== '');
  const beyond = all.filter(
    (element) => !element.closest(SCROLLS) && element.getBoundingClientRect().right > clientWidth + 1,
  );
  const faults = [
    ...(scrollWidth > clientWidth ? [`wider than the screen: ${scrollWidth}`] : []),
    ...beyond.map((element) => `beyond the right edge: ${nameOf(element)}`),
    ...withText.flatMap((element) => faintness(element, limits)),
    ...fields.flatMap((field) => faintness(field, limits, '::placeholder')),
    ...fields.flatMap((field) => cutPlaceholder(/** @type {HTMLInputElement} */ (field))),
    ...all.flatMap(overflow),
    ...all.filter((element) => element.matches(PRESSED)).flatMap((element) => smallness(element, limits)),
  ];
  return [...new Set(faults)];
}
