import { silentLog } from '../../src/base/log.js';
import type { RenderContext } from '../../src/renderers/renderer.js';
import { DEFAULT_MAX_BODY_BYTES } from '../../src/sources/http/body-text.js';
import { createInterpretOnUse } from '../../src/sources/interpret-on-use.js';
import type { ReadContext } from '../../src/sources/source.js';
import { wordsOf } from '../../src/text/words.js';

/** When every test's event is read: 2026-11-22 12:00:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 4, 0, 0);

/** The token that opens the door in tests. */
export const TOKEN = 'token-of-the-test-1';

export const renderContext: RenderContext = {
  words: wordsOf('zh-CN'),
  timeZone: 'Asia/Shanghai',
  accountName: (id) => id,
};

/** The headers of what no HTTP request brought. */
export const header = (): undefined => undefined;

/** A context as the handler makes it, with one token. */
export function readContext(changed: Partial<ReadContext> = {}, rendered = renderContext): ReadContext {
  return {
    invocation: { requestId: 'request-1', remainingMs: () => 30_000 },
    now: NOW,
    interpret: createInterpretOnUse({
      renderContext: rendered,
      log: silentLog,
      showProgress: changed.showProgress,
    }),
    renderContext: rendered,
    hasRobot: async () => true,
    tokens: async () => [{ token: TOKEN }],
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
    ...changed,
  };
}
