import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:growth`: apart from `npm test`, as it measures the CPU time of a process that does nothing else. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/growth/*.test.ts'],
    pool: 'forks',
    // The CPU time counts all threads: helpers of the garbage collector that wait for one another on a busy machine would count as ours.
    execArgv: ['--single-threaded-gc'],
    fileParallelism: false,
    testTimeout: 600_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
