import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Writes the counts for the closing line of `npm test` to the file that TEST_COUNTS_FILE names. A file that failed to
 * load counts as one failed test, which vitest's own count leaves out.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env['TEST_COUNTS_FILE'];
    if (!file) return;
    const states = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state);
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const passed = states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length + broken + unhandledErrors.length;
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }
}
