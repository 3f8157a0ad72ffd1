import { readFile } from 'node:fs/promises';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { checkHouseRules } from '../deploy/check/house-rules.js';
import { checkSpecification } from '../deploy/check/specification.js';
import { packageOffline } from '../deploy/package-offline.js';
import { partitionOf } from '../src/aws/partition.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run check:template',
  about: `Packages with the settings of serverless.yml and prints the faults of the template, by CloudFormation's specification
and by our own rules.`,
  options: { region: { type: 'string', value: 'REGION', default: 'cn-north-1', about: 'packaged for this region' } },
  exitCodes: { 0: 'no faults', 1: 'faults' },
} as const satisfies Command;

/** Resolves to the ARNs in serverless.yml itself. */
async function givenArns(): Promise<readonly string[]> {
  const yml = await readFile(new URL('../serverless.yml', import.meta.url), 'utf8');
  return [...yml.matchAll(/\barn:aws[\w-]*:[^\s'",\]]+/g)].map(([arn]) => arn);
}

async function main(): Promise<void> {
  const { region } = readCommandLine(COMMAND).values;
  const { template, remove } = await packageOffline({ region });
  await remove();
  const faults = [
    ...checkSpecification(template, await loadAwsServiceSpec()),
    ...checkHouseRules(template, partitionOf(region), await givenArns()),
  ];
  for (const fault of faults) console.error(fault);
  console.log(`${region}: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await main();
