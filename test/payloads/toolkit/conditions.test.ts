import { describe, expect, it } from 'vitest';
import { at } from '../../../src/base/json.js';
import { allHold, type Conditions } from '../../../src/payloads/toolkit/conditions.js';

const BODY = { kind: 'artifact.pushed', count: 0, none: null, list: [1], object: { a: 'a' } };

describe('allHold', () => {
  it.each<[Conditions, boolean]>([
    [{ kind: true, count: true }, true],
    [{ kind: true, other: true }, false],
    [{ none: true }, false],
    [{ none: false, other: false }, true],
    [{ none: null }, true],
    [{ other: null }, false],
    [{ count: null }, false],
    [{ kind: false }, false],
    [{ kind: 'artifact.pushed' }, true],
    [{ kind: 'artifact.*' }, true],
    [{ kind: '*.pushed' }, true],
    [{ kind: '*.pulled' }, false],
    [{ kind: '*fact.p*' }, true],
    [{ kind: '*fact.x*' }, false],
    [{ kind: '*' }, true],
    [{ kind: ['a', 'artifact.pulled'] }, false],
    [{ count: '0' }, true],
    [{ list: '1' }, true],
    [{ list: '2' }, false],
    [{ object: 'a' }, false],
    [{}, true],
  ])('%j: %j', (conditions, holds) => {
    expect(allHold(conditions, (name) => at(BODY, name))).toBe(holds);
  });
});
