import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { EVERYTHING, packageWithoutNetwork, withOtherSettings } from '../deploy/stack.js';
import { VARIANTS } from '../deploy/variants.js';
import { installOnce } from '../support/install-once.js';
import { EXPLAINED } from './explained.js';
import { type Finding, findingsIn } from './nag.js';

let folder: string;
let packaged: unknown;
beforeAll(async () => {
  const from = fileURLToPath(new URL('.', import.meta.url));
  folder = await installOnce({ from, name: 'template', print: (line) => console.log(line) });
  const { template, remove } = await packageWithoutNetwork({ region: 'ap-southeast-1', settings: EVERYTHING });
  await remove();
  packaged = template;
});

const seen: Finding[] = [];
const isExplainedBy =
  ({ rule, resource }: Finding) =>
  (one: (typeof EXPLAINED)[number]) =>
    one.rule === rule && one.resources.includes(resource);

test.each(VARIANTS)(
  'the packaged template, $name: cdk-nag finds nothing that is not explained',
  async ({ region, settings }) => {
    const findings = await findingsIn(withOtherSettings(packaged, settings, region), folder);
    seen.push(...findings);
    expect(findings.filter((finding) => !EXPLAINED.some(isExplainedBy(finding)))).toEqual([]);
  },
);

test('the explanations: each is of something that cdk-nag still finds', () => {
  const found = (rule: string, resource: string) => seen.some((one) => one.rule === rule && one.resource === resource);
  const gone = EXPLAINED.flatMap(({ rule, resources }) =>
    resources.filter((resource) => !found(rule, resource)).map((resource) => `${rule} ${resource}`),
  );
  expect(gone).toEqual([]);
});
