import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/lambda-runtime/**', 'test/clients/**'],
    // Tests share nothing but modules without state of their own: one process and one module graph for all is twice as fast.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    reporters: ['default', './scripts/test/test-reporter.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
