import type { ToolRow } from '../../toolkit/tool.js';
import { USER } from './steps.js';

/** A release; a draft is a step on the way. */
export const release: ToolRow = {
  when: { 'release.tag_name': true },
  kind: 'release',
  name: '{repository.full_name} {release.name|release.tag_name}',
  state: 'action',
  going: ['created'],
  verdict: { deleted: ['info', 'deleted'], 'edited|updated': ['info', 'updated'], '*': ['info', 'published'] },
  fields: { version: 'release.tag_name', user: USER },
  details: 'release.body',
  link: ['release.html_url', 'repository.html_url'],
};

/** The test that GitHub sends to a new webhook. */
export const ping: ToolRow = {
  when: { zen: true, hook_id: true },
  name: ['repository.full_name', 'organization.login'],
  details: 'zen',
  link: 'repository.html_url',
  test: true,
};
