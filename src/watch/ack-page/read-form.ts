import { nameForTag } from '../ack/ack.js';

/** Durations that the form offers, by how a tag says them. */
const DURATIONS: ReadonlySet<string> = new Set(['1h', '4h']);

/** The cookie in which a browser keeps who took an alarm last, so that one tap does the next time. */
const COOKIE = 'wecom-who';
const YEAR_S = 31_536_000;

/** A form that was sent. */
export interface TakingForm {
  /** As a tag can hold it. Absent if no name was given. */
  readonly who?: string;
  /** `4h`; absent for until the alarm is over. */
  readonly duration?: string;
}

/** Reads the form: the name on the button, else the one that was written. */
export function readForm(form: URLSearchParams): TakingForm {
  const who = nameForTag(form.get('who') || form.get('name') || '');
  const duration = form.get('for') ?? '';
  return { ...(who !== undefined && { who }), ...(DURATIONS.has(duration) && { duration }) };
}

/** Returns the name that a browser has kept. */
export function nameInCookie(header: string): string | undefined {
  const kept = header.split(/;\s?/).find((pair) => pair.startsWith(`${COOKIE}=`));
  try {
    return nameForTag(decodeURIComponent(kept?.slice(COOKIE.length + 1) ?? ''));
  } catch {
    return undefined; // Not ours: we write what can be decoded.
  }
}

/** Returns the header that makes a browser keep a name, for this page only. */
export function cookieOf(who: string): Readonly<Record<string, string>> {
  const value = `${COOKIE}=${encodeURIComponent(who)}`;
  return { 'set-cookie': `${value}; Max-Age=${YEAR_S}; Secure; HttpOnly; SameSite=Lax` };
}
