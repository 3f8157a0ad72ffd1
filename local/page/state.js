/**
 * The page's knowledge, made only from the server's entries, one after another, so that a page opened later knows the
 * same.
 *
 * @typedef {import('../group/entry.js').GroupEntry} GroupEntry
 * @typedef {import('../group/entry.js').ReadNotification} ReadNotification
 * @typedef {import('../group/entry.js').GroupSettings} GroupSettings
 *
 * @typedef {object} Outcome
 * @property {number} at
 * @property {string} status
 * @property {string} [code]
 * @property {string} [reason]
 *
 * @typedef {object} Journey one notification's way, from reading to the group
 * @property {ReadNotification} read
 * @property {number} receiveCount how often the queue delivered it
 * @property {readonly Outcome[]} outcomes
 * @property {readonly number[]} messages numbers of the messages that show it
 *
 * @typedef {object} Trace the history of one event
 * @property {number} number
 * @property {number} at
 * @property {import('../group/entry.js').Via} via
 * @property {string} label
 * @property {readonly Journey[]} journeys
 * @property {readonly { renderer: string, why: string }[]} skipped
 * @property {string} [error] why it was not understood, in English
 * @property {string} [errorInChinese] the same, if it is known in Chinese
 * @property {boolean} [isUnknown] true if it is in no known shape
 * @property {{ ok: boolean, text: string }} [answer]
 *
 * @typedef {object} Message one message in a group
 * @property {number} number
 * @property {string} robot
 * @property {number} at
 * @property {Readonly<Record<string, unknown>>} message
 * @property {readonly number[]} traces the events that it shows
 * @property {{ readonly language: string, readonly format: string }} wording of the settings when it appeared
 * @property {readonly import('../group/entry.js').KeptNotification[]} [told] of a message of an earlier group, whose events are gone
 *
 * @typedef {object} State
 * @property {readonly string[]} robots
 * @property {Readonly<Record<string, string>>} people
 * @property {string} timeZone
 * @property {GroupSettings} settings
 * @property {ReadonlyMap<number, Trace>} traces
 * @property {readonly Message[]} messages
 * @property {Readonly<Record<string, readonly number[]>>} calls times of each robot's posts, by robot
 * @property {Readonly<Record<string, number>>} waiting
 * @property {Readonly<Record<string, number>>} parked
 * @property {number} outageUntil
 * @property {readonly string[]} wrongKeys
 * @property {number} stayingSince the time since when an alarm stays on purpose, or 0
 * @property {number} flapsLeft how often an alarm will still change on purpose
 */

/** WeCom's minute, milliseconds. */
export const WINDOW_MS = 60_000;

/** The state before anything is known. @type {State} */
export const NOTHING = {
  robots: [],
  people: {},
  timeZone: 'Asia/Shanghai',
  settings: { language: 'zh-CN', format: 'text', speed: 1 },
  traces: new Map(),
  messages: [],
  calls: {},
  waiting: {},
  parked: {},
  outageUntil: 0,
  wrongKeys: [],
  stayingSince: 0,
  flapsLeft: 0,
};

/**
 * Returns the state after an entry.
 * @param {State} state
 * @param {GroupEntry} entry
 * @returns {State}
 */
export function after(state, entry) {
  switch (entry.kind) {
    case 'group':
      return { ...NOTHING, ...only(entry, ['robots', 'people', 'timeZone', 'settings']), messages: keptOf(entry) };
    case 'settings':
      return { ...state, settings: entry.settings };
    case 'received': {
      const { trace: number, at, via, label } = entry;
      return withTrace(state, number, { number, at, via, label, journeys: [], skipped: [] });
    }
    case 'read':
      return changed(state, entry.trace, (trace) => {
        const journeys = entry.notifications.map((read) => ({ read, receiveCount: 0, outcomes: [], messages: [] }));
        const { skipped, error, errorInChinese, isUnknown } = entry;
        return {
          ...{ ...trace, journeys, skipped },
          ...(error !== undefined && { error }),
          ...(errorInChinese !== undefined && { errorInChinese }),
          ...(isUnknown && { isUnknown }),
        };
      });
    case 'answered':
      return changed(state, entry.trace, (trace) => ({ ...trace, answer: { ok: entry.ok, text: entry.text } }));
    case 'taken':
      return entry.items.reduce(
        (before, item) => onItsWay(before, item, (journey) => ({ ...journey, receiveCount: item.receiveCount })),
        state,
      );
    case 'attempt': {
      const calls = (state.calls[entry.robot] ?? []).filter((at) => at > entry.at - WINDOW_MS);
      return { ...state, calls: { ...state.calls, [entry.robot]: [...calls, entry.at] } };
    }
    case 'shown': {
      const { number, robot, at, message } = entry;
      const { language, format } = state.settings;
      const shown = { number, robot, at, message, traces: [], wording: { language, format } };
      return { ...state, messages: [...state.messages, shown] };
    }
    case 'outcome':
      return attributed(
        onItsWay(state, entry, (journey) => withOutcome(journey, entry)),
        entry,
      );
    case 'queue':
      return { ...state, waiting: entry.waiting, parked: entry.parked };
    case 'trouble':
      return { ...state, outageUntil: entry.outageUntil, wrongKeys: entry.wrongKeys };
    case 'staying':
      return { ...state, stayingSince: entry.since };
    case 'flapping':
      return { ...state, flapsLeft: entry.changesLeft };
    case 'deleted': {
      const deleted = new Set(entry.numbers);
      return { ...state, messages: state.messages.filter(({ number }) => !deleted.has(number)) };
    }
  }
}

/** Returns the messages of earlier groups. @param {Extract<GroupEntry, { kind: 'group' }>} entry @returns {readonly Message[]} */
function keptOf({ kept = [] }) {
  return kept.map(({ number, robot, at, message, wording, notifications }) => ({
    ...{ number, robot, at, message, wording, traces: [], told: notifications },
  }));
}

/**
 * @template {object} From
 * @template {keyof From} Name
 * @param {From} from
 * @param {readonly Name[]} names
 */
function only(from, names) {
  return /** @type {Pick<From, Name>} */ (Object.fromEntries(names.map((name) => [name, from[name]])));
}

/** @param {State} state @param {number} number @param {Trace} trace @returns {State} */
function withTrace(state, number, trace) {
  return { ...state, traces: new Map(state.traces).set(number, trace) };
}

/** @param {State} state @param {number | undefined} number @param {(trace: Trace) => Trace} change @returns {State} */
function changed(state, number, change) {
  const trace = number === undefined ? undefined : state.traces.get(number);
  return trace ? withTrace(state, trace.number, change(trace)) : state;
}

/**
 * Changes the one notification that is meant. If it was for an unknown robot, it went to another, and the id decides.
 * @param {State} state
 * @param {import('../group/entry.js').OnItsWay} way
 * @param {(journey: Journey) => Journey} change
 * @returns {State}
 */
function onItsWay(state, way, change) {
  return changed(state, way.trace, (trace) => {
    const same = trace.journeys.filter(({ read }) => read.id === way.id && read.part === way.part);
    const meant = same.find(({ read }) => read.robot === way.robot) ?? same[0];
    return { ...trace, journeys: trace.journeys.map((one) => (one === meant ? change(one) : one)) };
  });
}

/** @param {Journey} journey @param {Extract<GroupEntry, { kind: 'outcome' }>} entry @returns {Journey} */
function withOutcome(journey, { at, status, code, reason, shown }) {
  const outcome = { at, status, ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) };
  const messages = status === 'delivered' ? [...new Set([...journey.messages, ...shown])] : journey.messages;
  return { ...journey, outcomes: [...journey.outcomes, outcome], messages };
}

/**
 * Records in the messages which event they show.
 * @param {State} state
 * @param {Extract<GroupEntry, { kind: 'outcome' }>} entry
 */
function attributed(state, { trace, status, shown }) {
  if (trace === undefined || status !== 'delivered') return state;
  const messages = state.messages.map((message) =>
    shown.includes(message.number) ? { ...message, traces: [...message.traces, trace] } : message,
  );
  return { ...state, messages };
}
