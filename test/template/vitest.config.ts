import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:template`: apart from `npm test`, as CDK, of 190 MB, is no dependency of ours. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/template/*.test.ts'], testTimeout: 300_000, hookTimeout: 600_000 },
});
