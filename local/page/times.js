/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} timeZone @param {boolean} withSeconds */
function formatFor(timeZone, withSeconds) {
  const key = `${timeZone} ${withSeconds}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeStyle: withSeconds ? 'medium' : 'short', timeZone });
  formats.set(key, format);
  return format;
}

/** Returns `20:03`. @param {number} at milliseconds since 1970 @param {string} timeZone IANA name */
export function timeOf(at, timeZone) {
  return formatFor(timeZone, false).format(at);
}

/** Returns `20:03:37`. @param {number} at milliseconds since 1970 @param {string} timeZone IANA name */
export function secondsOf(at, timeZone) {
  return formatFor(timeZone, true).format(at);
}
