import { describe, expect, it } from 'vitest';
import { progressIn } from '../../src/payloads/progress.js';

describe('progressIn', () => {
  it.each<[string, string, object]>([
    ['GitHub', 'in_progress', { action: 'in_progress', workflow_run: { status: 'in_progress', conclusion: null } }],
    ['GitHub', 'queued', { action: 'created', check_run: { status: 'queued' } }],
    ['GitHub', 'pending', { deployment: {}, deployment_status: { state: 'pending' } }],
    ['Jenkins', 'STARTED', { name: 'a', build: { phase: 'STARTED', full_url: 'https://ci/1' } }],
  ])('progressIn: a step on the way of %s that is %s', (tool, state, body) => {
    expect(progressIn(body)).toEqual({ tool, state });
  });

  it.each<[string, unknown]>([
    ['an end', { object_kind: 'pipeline', object_attributes: { status: 'failed' } }],
    ['an end of GitHub', { action: 'completed', workflow_run: { status: 'completed', conclusion: 'failure' } }],
    ['a merge request', { object_kind: 'merge_request', object_attributes: { status: 'pending' } }],
    ['a tool that nobody knows', { status: 'running' }],
    ['a text', 'running'],
    ['nothing', undefined],
  ])('progressIn: %s is none', (_, body) => {
    expect(progressIn(body)).toBeUndefined();
  });
});
