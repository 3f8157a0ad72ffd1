/** Replaces `src/wecom/post/https-transport.ts` in the naive build. */
import type { HttpsTransport, HttpsTransportOptions } from '../../../src/wecom/post/https-transport.js';

export function createHttpsTransport({ baseUrl }: HttpsTransportOptions): HttpsTransport {
  return {
    post: async (key, body) => {
      const url = `${baseUrl}/cgi-bin/webhook/send?key=${encodeURIComponent(key.reveal())}`;
      const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return { kind: 'reply', httpStatus: reply.status, body: await reply.text() };
    },
    check: async () => {},
    warm: () => {},
  };
}
