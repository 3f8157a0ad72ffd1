import { describe, expect, it } from 'vitest';
import { shortened } from '../../src/base/shortened.js';

describe('shortened', () => {
  it('a text of at most so many characters is the same, and a longer one ends with an ellipsis after so many', () => {
    expect(shortened('磁盘已满', 4)).toBe('磁盘已满');
    expect(shortened('磁盘已满！', 4)).toBe('磁盘已满…');
    expect(shortened('', 4)).toBe('');
  });

  it('a character of two units counts once, and is not cut in half', () => {
    expect(shortened('🔴🔴🔴🔴', 4)).toBe('🔴🔴🔴🔴');
    expect(shortened('🔴🔴🔴🔴a', 4)).toBe('🔴🔴🔴🔴…');
    expect(shortened('a🔴b🔴c', 4)).toBe('a🔴b🔴…');
  });

  it('a text of a million characters is cut like a short one', () => {
    expect(shortened('🔴'.repeat(1_000_000), 3)).toBe('🔴🔴🔴…');
  });
});
