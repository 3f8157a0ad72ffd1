import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:clients`: apart from `npm test`, as other people's clients are not our dependencies. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/clients/*.test.ts'],
    globalSetup: ['test/clients/setup.ts'],
    // Only a hang lasts so long: what is waited for is a condition.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 100_000, interval: 50 } },
    // Should this machine have a proxy, the door on it is not asked through it.
    env: { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
  },
});
