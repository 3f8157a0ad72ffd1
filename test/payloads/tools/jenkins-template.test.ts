import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BODIES_FOLDER } from '../bodies/post-body.js';

const TEMPLATE = new URL('../../../docs/examples/tools/jenkins.groovy', import.meta.url);

/** The values that Jenkins puts in the place of each expression. */
const VALUES: Readonly<Record<string, string | number>> = {
  'env.JOB_NAME': 'checkout-deploy',
  "'FINALIZED'": 'FINALIZED',
  'currentBuild.currentResult': 'FAILURE',
  'currentBuild.number': 118,
  'env.BUILD_URL': 'https://jenkins.example.com/job/checkout-deploy/118/',
  'currentBuild.duration': 508_000,
  'env.GIT_BRANCH': 'origin/main',
  'env.GIT_COMMIT': '5c1a9f0e3b7d4c28a6f19e0d7b3c5a8841f2d6e9',
  'currentBuild.description': '发布 v2.4.0',
};

it('docs/examples/tools/jenkins.groovy: makes the documented body', () => {
  const template = readFileSync(TEMPLATE, 'utf8');
  const map = template.slice(template.indexOf('json: [') + 'json: '.length, template.indexOf('withCredentials'));
  const keyed = map
    .replaceAll('[', '{')
    .replaceAll(']', '}')
    .replace(/(\w+): /g, '"$1": ');
  const text = Object.entries(VALUES).reduce((json, [code, value]) => json.replace(code, JSON.stringify(value)), keyed);
  const body = readFileSync(new URL('jenkins-pipeline-failure.json', BODIES_FOLDER), 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(body));
});
