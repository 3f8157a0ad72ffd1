/** The beginning of an address, up to the end of its host: a backslash is a slash to every browser. */
const START = /^(https?):\/\/([^\s/?#\\]+)/i;
/** A host that is written as it is, with or without a port; IPv6 has brackets. */
const PLAIN = /^[a-z0-9._-]+(:\d+)?$/;
const IPV6 = /^\[[0-9a-f:.]+\](:\d+)?$/;

/**
 * Returns an address whose host can be read: without user and password before it, and as punycode if it is not ASCII.
 * Returns `undefined` for what is no address of http or https.
 */
export function plainHost(url: string): string | undefined {
  const [start = '', scheme = '', authority = ''] = START.exec(url) ?? [];
  const host = PLAIN.test(authority) ? authority : parsedHost(start);
  return host === undefined ? undefined : `${scheme.toLowerCase()}://${host}${url.slice(start.length)}`;
}

function parsedHost(start: string): string | undefined {
  const host = URL.canParse(start) ? new URL(start).host : '';
  return PLAIN.test(host) || IPV6.test(host) ? host : undefined;
}

/** Returns a text from outside with each address in it as {@link plainHost} has it; what is cut or no address loses its user alone. */
export function withPlainHosts(text: string): string {
  return text.replace(ADDRESS, (start) => plainHost(start) ?? start.replace(USER, '$1'));
}

/** The beginning of an address in a text: Chinese characters and punctuation may follow it without a space. */
const ADDRESS = /https?:\/\/[^\s/?#<>"\\\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]+/gi;
const USER = /^(https?:\/\/).*@/i;
