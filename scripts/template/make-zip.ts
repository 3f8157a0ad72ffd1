import { zipSync } from 'fflate';

const UNIX = 3;
/** A file that everybody may read, as Lambda does: its mode stands above the 16 bits of DOS. */
const ATTRIBUTES = 0o100644 * 2 ** 16;

/** Makes a zip of files, in the order of their names. Of the same files it is the same, byte for byte. */
export function makeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  // The first day that a zip can name, in local time, as zips have it: the same bytes, whenever and wherever.
  const mtime = new Date(1980, 0, 1);
  return Buffer.from(zipSync(Object.fromEntries(sorted), { level: 9, mtime, os: UNIX, attrs: ATTRIBUTES }));
}
