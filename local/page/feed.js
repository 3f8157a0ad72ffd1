/**
 * Follows everything that happens on the server. The browser reconnects by itself, and then receives what it missed.
 * @param {object} hearing
 * @param {(entry: import('../group/entry.js').GroupEntry) => void} hearing.onEntry
 * @param {(clock: { now: number, speed: number }) => void} hearing.onClock
 * @param {(isOpen: boolean) => void} hearing.onConnection
 */
export function listenToFeed({ onEntry, onClock, onConnection }) {
  const source = new EventSource('/api/feed');
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => onConnection(false));
  source.addEventListener('message', ({ data }) => onEntry(JSON.parse(data)));
  source.addEventListener('clock', ({ data }) => onClock(JSON.parse(data)));
}
