import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Apart from the other tests: these need a browser. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.browser.ts'],
    testTimeout: 40_000,
    hookTimeout: 120_000,
  },
});
