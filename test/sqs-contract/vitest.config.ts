import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:sqs`: apart from `npm test`, as somebody else's SQS is no dependency of ours. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/sqs-contract/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      // Should this machine have a proxy, the two servers on it are not asked through it.
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    },
  },
});
