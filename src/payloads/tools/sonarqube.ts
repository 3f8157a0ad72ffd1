import { webhook } from '../toolkit/tool.js';

/** SonarQube, and SonarQube Cloud: an analysis and its quality gate. @see https://docs.sonarsource.com/sonarqube-server/discovering/integrations/webhooks */
export const sonarqube = webhook({
  name: 'sonarqube',
  service: 'SonarQube',
  match: { header: { 'X-SonarQube-Project': true }, keys: { serverUrl: true, taskId: true, 'project.key': true } },
  other: {
    kind: 'gate',
    name: '{project.name|project.key} {branch.name}',
    state: ['qualityGate.status', 'status'],
    verdict: { ok: ['recovery', 'passed'] },
    fields: { gate: 'qualityGate.name', version: 'revision', time: 'analysedAt as time' },
    each: {
      path: 'qualityGate.conditions',
      name: 'metric',
      told: ['{value} {operator} {errorThreshold}'],
      state: 'status',
      onlyBad: true,
    },
    link: ['branch.url', 'project.url'],
    thing: '{project.key} {branch.name}',
    labels: { project: 'project.key', branch: 'branch.name' },
  },
});
