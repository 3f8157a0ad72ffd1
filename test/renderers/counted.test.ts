import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import { arrayAt, objectAt, textAt } from '../../src/base/json.js';
import { rendererOf } from '../../src/renderers/renderers.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { ROOT } from '../house/code-files.js';

/** Renderers of whatever service: what they show is no sign that the service has one of its own. */
const OF_ANY: ReadonlySet<string> = new Set([
  'cloudtrail',
  'sign-in',
  'job-state-change',
  'dead-letter',
  'tag',
  'scheduled-event',
]);

/** Sources that are parts of one service. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['aws.ec2fleet', 'aws.ec2'],
  ['aws.ec2spotfleet', 'aws.ec2'],
  ['aws.glue-dataquality', 'aws.glue'],
]);

/** Resolves to the services (EventBridge's `source`) of which a sample is shown by a renderer of their own. */
async function servicesWithRenderer(): Promise<ReadonlySet<string>> {
  const events = (await readSamples()).flatMap(({ samples }) => samples.map(({ event }) => event));
  const sources = events.flatMap((event) => {
    const source = textAt(event, 'source') ?? '';
    if (!source.startsWith('aws.')) return [];
    const read = {
      ...emptyEvent('eventbridge', 'counted', 0),
      source,
      detailType: textAt(event, 'detail-type') ?? '',
      detail: objectAt(event, 'detail'),
      resources: arrayAt(event, 'resources').map(String),
    };
    const renderer = rendererOf(read);
    return renderer && !OF_ANY.has(renderer.name) ? (PARTS.get(source) ?? source) : [];
  });
  return new Set(sources);
}

test.each([
  ['README.md', /(\d+) AWS services have a renderer of their own/],
  ['README.zh-CN.md', /(\d+) 种 AWS 服务各有专门的渲染/],
])('%s: says how many services have a renderer of their own', async (file, words) => {
  const [, number] = words.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
  expect(Number(number)).toBe((await servicesWithRenderer()).size);
});
