/** Line icons, drawn here: 24 by 24, with one path each. */
const PATHS = {
  storm: 'M13 2 4 14h7l-1 8 9-12h-7z',
  clock: 'M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zm0-12v4l3 2M5 3 2 6m17-3 3 3',
  outage: 'M2 2l20 20M8.5 5.2A7 7 0 0 1 18.7 10 4.5 4.5 0 0 1 21 17.3M17 19H7a5 5 0 0 1-1.8-9.7',
  key: 'M14.5 14a5 5 0 1 0-4.7-3.3L3 17.5V21h3.5v-2.5H9V16h2.5l1.4-1.4M16 8h.01',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  send: 'M3 11.5 21 4l-5.5 17-4-7.5zm8.5 2L21 4',
  replay: 'M3 12a9 9 0 1 0 3-6.7M3 4v5h5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 9c0-4 3-6 7-6s7 2 7 6M17 4a4 4 0 0 1 0 7m2 3c2 .8 3 2.8 3 6',
  back: 'M15 5l-7 7 7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  voice: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zm-2-12c2 2 2 4 0 6m3-8c3.5 3.5 3.5 6.5 0 10',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5c2 2 5 2 7 0M9 9.5h.01M15 9.5h.01',
  plus: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 8v8M8 12h8',
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  list: 'M4 6h16M4 12h16M4 18h10',
  route:
    'M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm12-10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 17h6a3.5 3.5 0 0 0 0-7h-4a3.5 3.5 0 0 1 0-7h6',
};

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an icon beside a text that says the same, so screen readers skip it.
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** Makes the robot's face in the group. */
export function avatar() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 40 40');
  svg.setAttribute('class', 'avatar');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of FACE) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    svg.append(part);
  }
  return svg;
}

/** @type {readonly (readonly [string, Readonly<Record<string, string>>])[]} */
const FACE = [
  ['rect', { width: '40', height: '40', rx: '7', class: 'avatar-back' }],
  ['path', { d: 'M20 9v4M9 22v5M31 22v5', class: 'avatar-line' }],
  ['circle', { cx: '20', cy: '8', r: '2', class: 'avatar-fill' }],
  ['rect', { x: '11.5', y: '14', width: '17', height: '15', rx: '5', class: 'avatar-fill' }],
  ['circle', { cx: '16.5', cy: '21', r: '1.8', class: 'avatar-back' }],
  ['circle', { cx: '23.5', cy: '21', r: '1.8', class: 'avatar-back' }],
];
