import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { checkHouseRules } from '../deploy/check/house-rules.js';
import { checkSpecification } from '../deploy/check/specification.js';
import { packageOffline } from '../deploy/package-offline.js';

/** ARNs that serverless.yml itself names. */
async function givenArns(): Promise<readonly string[]> {
  const yml = await readFile(new URL('../serverless.yml', import.meta.url), 'utf8');
  return [...yml.matchAll(/\barn:aws[\w-]*:[^\s'",\]]+/g)].map(([arn]) => arn);
}

/** Packages with the settings of serverless.yml and prints what is wrong with the template. Exits 1 if anything is. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { region: { type: 'string', default: 'cn-north-1' } } });
  const { region } = values;
  const { template, remove } = await packageOffline({ region });
  await remove();
  const faults = [
    ...checkSpecification(template, await loadAwsServiceSpec()),
    ...checkHouseRules(template, region.startsWith('cn-') ? 'aws-cn' : 'aws', await givenArns()),
  ];
  for (const fault of faults) console.error(fault);
  console.log(`${region}: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await main();
