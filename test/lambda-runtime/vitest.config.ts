import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:lambda`: apart from `npm test`, as it has to build AWS's runtime client once. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/lambda-runtime/*.test.ts'],
    globalSetup: ['test/lambda-runtime/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
