import type { ToolRow } from '../../toolkit/tool.js';
import { USER } from './steps.js';

const REF: ToolRow = {
  name: '{repository.full_name} {ref}',
  verdict: ['info', 'changed'],
  fields: { user: [USER, 'pusher.name'] },
};
const PUSH: ToolRow = {
  ...REF,
  verdict: ['info', 'pushed'],
  each: { path: 'commits', name: 'message', told: ['author.name'] },
  link: ['compare', 'compare_url', 'repository.html_url'],
};

/** Branches and tags that were pushed, made or deleted. */
export const refs: Readonly<Record<string, ToolRow>> = {
  gone: { ...REF, when: { ref: true, after: '0000*' }, verdict: ['info', 'deleted'] },
  tagPush: { ...PUSH, when: { ref: 'refs/tags/*', after: true }, kind: 'tag' },
  push: { ...PUSH, when: { ref: true, after: true }, kind: 'branch' },
  tag: { ...REF, when: { ref_type: 'tag', pusher_type: true }, kind: 'tag' },
  branch: { ...REF, when: { ref_type: true, pusher_type: true }, kind: 'branch' },
};
