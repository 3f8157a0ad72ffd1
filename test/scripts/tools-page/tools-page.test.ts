import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOOL_SETUPS } from '../../../scripts/tools-page/setups.js';
import { TOOLS_FILES, toolsPage } from '../../../scripts/tools-page/tools-page.js';
import { LANGUAGES } from '../../../src/text/words.js';
import { BODIES } from '../../payloads/bodies/bodies.js';

describe('toolsPage', () => {
  it.each(LANGUAGES)('docs/tools in %s shows what tools become today (npm run tools writes it anew)', (language) => {
    expect(readFileSync(TOOLS_FILES[language], 'utf8')).toBe(toolsPage(language));
  });

  it('every tool of the documented bodies has its setup, and no other has', () => {
    expect(Object.keys(TOOL_SETUPS).sort()).toEqual([...new Set(BODIES.map(({ tool }) => tool))].sort());
  });

  it.each(LANGUAGES)('the pages that it points to in %s exist, with their sections', (language) => {
    const page = toolsPage(language);
    const links = [...page.matchAll(/\]\(([\w.-]+\.md)(?:#([^)]+))?\)/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [link, file = '', section] of links) {
      const text = readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');
      const anchors = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[、，]/g, '')
          .replaceAll(/[,/]/g, '')
          .replaceAll(' ', '-'),
      );
      if (section !== undefined) expect(anchors, link).toContain(section);
    }
  });
});
