import { describe, expect, it } from 'vitest';
import { routedPath } from '../../../src/sources/http/routed-path.js';

describe('routedPath: the path that our routes know', () => {
  it.each([
    ['as it is', { path: '/push' }, '/push'],
    ['a closing slash', { path: '/push/' }, '/push'],
    ['the root', { path: '/' }, '/'],
    ['the stage', { path: '/prod/push', stage: 'prod' }, '/push'],
    ['the default stage', { path: '/push', stage: '$default' }, '/push'],
    ['a stage that only begins alike', { path: '/production/push', stage: 'prod' }, '/production/push'],
    ['a base path before a fixed route', { route: '/push', path: '/wecom/push' }, '/push'],
    [
      'a base path before a greedy route',
      { route: '/{proxy+}', parameters: { proxy: 'push' }, path: '/wecom/push' },
      '/push',
    ],
    ['a greedy route without its parameter', { route: '/{proxy+}', path: '/prod/push', stage: 'prod' }, '/push'],
    ['a route that is no path', { route: '$default', path: '/push' }, '/push'],
    ['a path in disguise stays one', { path: '/%70ush' }, '/%70ush'],
    ['dots stay dots', { path: '/x/../push' }, '/x/../push'],
    ['two slashes stay two', { path: '//push' }, '//push'],
  ])('%s', (_, parts, expected) => {
    expect(routedPath(parts)).toBe(expected);
  });
});
