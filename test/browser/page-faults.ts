import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Smallest contrast of text and its background, and that of large text. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const CONTRAST = { text: 4.5, large: 3 };
/** Smallest side of anything that is pressed, CSS pixels. A pointer needs less room than a finger. */
const PRESS_PX = { finger: 40, pointer: 18 };

const FIND_FAULTS = readFileSync(new URL('find-faults.js', import.meta.url), 'utf8').replace('export ', '');

/** Returns what is wrong with a page as it stands, a line each: too wide, cut off, too faint, too small to press. */
export async function faultsOf(page: Page, by: keyof typeof PRESS_PX): Promise<readonly string[]> {
  const limits = JSON.stringify({ ...CONTRAST, press: PRESS_PX[by] });
  const faults: unknown = await page.evaluate(`(() => { ${FIND_FAULTS}; return findFaults(${limits}); })()`);
  return Array.isArray(faults) ? faults.map(String) : ['nothing was found out'];
}
