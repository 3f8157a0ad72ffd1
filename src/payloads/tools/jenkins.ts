import { webhook } from '../toolkit/tool.js';

/** Jenkins: its notification plugin, and a pipeline that posts the same. @see https://plugins.jenkins.io/notification/ */
export const jenkinsTool = webhook({
  name: 'jenkins',
  service: 'Jenkins',
  match: { keys: { 'build.phase': true, 'build.full_url': true } },
  common: {
    kind: 'build',
    name: '{display_name|name} #{build.number}',
    link: 'build.full_url',
    labels: { project: 'name' },
  },
  rows: {
    going: { when: { 'build.phase': ['QUEUED', 'STARTED'] }, state: 'build.phase', going: ['queued', 'started'] },
  },
  other: {
    state: 'build.status',
    verdict: { unstable: ['warning', 'unstable'] },
    fields: {
      branch: ['build.scm.branch', 'build.parameters.BRANCH'],
      author: 'build.scm.culprits',
      failedTests: 'build.test_summary.failed as count',
      duration: 'build.duration as milliseconds',
    },
    details: ['build.notes', 'build.log'],
  },
});
