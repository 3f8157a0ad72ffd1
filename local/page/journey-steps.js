import { h } from './dom.js';
import { stateOfJourney } from './standing.js';
import { fact, moment, step } from './step.js';

/** The robot of a notification that names none. */
const DEFAULT_ROBOT = 'default';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Journey} Journey
 * @typedef {import('./trace-view.js').Step} Step
 */

/**
 * Returns the contents, the recipients and the delivery of a notification.
 * @param {Journey} journey
 * @param {string} prefix
 * @param {App} app
 * @returns {readonly Step[]}
 */
export function journeySteps(journey, prefix, app) {
  const { words } = app;
  const { read, receiveCount } = journey;
  const { source, renderer, rule, robot, format, duplicateOf } = read;
  const sources = /** @type {Readonly<Record<string, string>>} */ (words.sources);
  const told = fact(`${words.steps.robot} `, h('code', {}, robot), ` · ${format}`);
  const queue = duplicateOf === undefined ? queueText(receiveCount, words) : words.duplicate(duplicateOf);
  const recognised = () =>
    step(
      words.steps.recognised,
      sources[source] ?? source,
      ' → ',
      h('code', { title: words.steps.renderer }, renderer),
    );
  return [
    { key: `${prefix}-read`, sign: '', make: recognised },
    { key: `${prefix}-what`, sign: '', make: () => step(words.steps.notification, ...notificationOf(journey, app)) },
    { key: `${prefix}-rule`, sign: '', make: () => step(words.steps.rule, rule ?? ruleless(read, words), told) },
    { key: `${prefix}-queue`, sign: queue, make: () => step(words.steps.queue, queue) },
    { key: `${prefix}-sent`, sign: journey, make: () => step(words.steps.delivery, deliveryOf(journey, app)) },
  ];
}

/**
 * Explains the robot if no rule does.
 * @param {import('./state.js').ReadNotification} read
 * @param {App['words']} words
 */
function ruleless({ robot }, words) {
  return robot === DEFAULT_ROBOT ? words.noRule : words.ownRobot;
}

/** @param {number} receiveCount @param {App['words']} words */
function queueText(receiveCount, words) {
  return receiveCount === 0 ? words.queued : words.queuedAndTaken(receiveCount);
}

/** @param {Journey} journey @param {App} app */
function notificationOf({ read }, { words }) {
  const { severity, title, part, where, status, id } = read;
  return [
    h('span', { class: `severity severity-${severity}` }, status || words.severity[severity]),
    ` ${title}`,
    part && h('span', { class: 'chip' }, part),
    where && fact(where),
    fact(`${words.steps.mentions} ${mentionsOf(read, words)}`),
    h('code', { class: 'id' }, id),
  ];
}

/** @param {import('./state.js').ReadNotification} read @param {App['words']} words */
function mentionsOf({ mentions: { all, people, mobiles, userIds } }, words) {
  const names = [...people, ...mobiles, ...userIds, ...(all ? [words.everybody] : [])].map((name) => `@${name}`);
  return names.length === 0 ? words.nobody : names.join(' ');
}

/** Shows every attempt, or the state before the first. @param {Journey} journey @param {App} app */
function deliveryOf(journey, app) {
  const { words } = app;
  const state = stateOfJourney(journey);
  if (journey.outcomes.length === 0) return h('span', { class: `state state-${state}` }, words.states[state]);
  const known = /** @type {Readonly<Record<string, string>>} */ (words.outcomes);
  const rows = journey.outcomes.map(({ at, status, code, reason }) =>
    h(
      'li',
      { class: `outcome outcome-${status}` },
      h('span', {}, known[status] ?? status, code !== undefined && h('code', {}, code)),
      moment(at, app),
      reason !== undefined && fact(reason),
    ),
  );
  return h('ol', { class: 'outcomes' }, ...rows);
}
