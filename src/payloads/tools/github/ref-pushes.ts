import type { ToolRow } from '../../toolkit/tool.js';
import { REF } from './steps.js';

const PUSH: ToolRow = {
  ...REF,
  verdict: ['info', 'pushed'],
  each: { path: 'commits', name: 'message', told: ['author.name'] },
  link: ['compare', 'compare_url', 'repository.html_url'],
};

/** Pushes to branches and tags. */
export const refPushes: Readonly<Record<string, ToolRow>> = {
  gone: { ...REF, when: { ref: true, after: '0000*' }, verdict: ['info', 'deleted'] },
  tagPush: { ...PUSH, when: { ref: 'refs/tags/*', after: true }, kind: 'tag' },
  push: { ...PUSH, when: { ref: true, after: true }, kind: 'branch' },
};
