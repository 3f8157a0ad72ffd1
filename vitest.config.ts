import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/lambda-runtime/**',
      'test/clients/**',
      'test/sqs-contract/**',
      'test/template/**',
      'test/growth/**',
    ],
    // Tests share nothing but modules without state of their own: one process and one module graph for all is twice as fast.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    reporters: ['default', './scripts/test/test-reporter.ts'],
    // Only a hang lasts so long: a busy machine must not fail a test. What would take time that grows faster than its input exceeds
    // them, too.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 100_000, interval: 20 } },
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
