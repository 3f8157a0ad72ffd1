import { describe, expect, it } from 'vitest';
import { gallery, readGallery } from '../../scripts/gallery.js';

describe('gallery', () => {
  it('gallery: docs/gallery.md shows what the samples become today (npm run gallery writes it anew)', async () => {
    expect(readGallery()).toBe(await gallery());
  });
});
