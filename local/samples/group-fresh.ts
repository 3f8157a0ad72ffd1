import { randomUUID } from 'node:crypto';

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** A date with a time, to the second; its fraction and zone stay as they are. */
const ISO_TIME = /\b(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2}:\d{2})(?=[.Z+\-"\\]|$)/g;
/** Milliseconds since 1970, of the years 2020 to 2033. */
const EPOCH_MS = /(?<![\w.-])1[6-9]\d{11}(?![\w.-])/g;

/**
 * An event's JSON as if it had happened just now: its times moved, and ids of its own, so that neither the queue nor the reader
 * takes it for an old one.
 * @param shiftMs how far the times are moved, to the second.
 */
export function asJustHappened(json: string, shiftMs: number, newId: () => string = randomUUID): string {
  const shift = Math.round(shiftMs / 1000) * 1000;
  const ids = new Map<string, string>();
  const renewed = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  return json
    .replace(UUID, renewed)
    .replace(ISO_TIME, (whole, date: string, between: string, time: string) => {
      const moved = Date.parse(`${date}T${time}Z`) + shift;
      return Number.isNaN(moved) ? whole : new Date(moved).toISOString().slice(0, 19).replace('T', between);
    })
    .replace(EPOCH_MS, (ms) => String(Number(ms) + shift));
}
