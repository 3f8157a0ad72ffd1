import { packageOffline } from '../deploy/package-offline.js';
import { isMet, lineOf, type Row, TABLE_HEAD, TARGET_MINUTES } from '../test/load/outages/row.js';
import { startOutages } from '../test/load/outages/start-outages.js';
import type { Command } from './command-line/command.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run test:outages',
  about: `Lets the built functions go through outages of an hour, in time that jumps, and evaluates the alarms of the
packaged template, as CloudWatch does, over the metrics that were written: an own alarm has to be raised within ${TARGET_MINUTES.message}
minutes if a message waits, within ${TARGET_MINUTES.night} on a quiet night, and in hours with nothing wrong nobody may be mailed.`,
  options: { only: { type: 'string', value: 'TEXT', about: 'only outages whose titles contain this' } },
  exitCodes: { 0: 'every outage is heard in time', 1: 'one is not, or nothing was wrong and somebody was mailed' },
} as const satisfies Command;

/** A China region and another one: China lacks some of Lambda's metrics, and the alarms on them. */
const REGIONS = ['cn-north-1', 'ap-southeast-1'] as const;

/** Resolves to the template that a user packages who only says whom to tell. */
async function packaged(region: string): Promise<unknown> {
  const { template, remove } = await packageOffline({ region, settings: { opsEmail: 'ops@example.com' } });
  await remove();
  return template;
}

const { only } = readCommandLine(COMMAND).values;
endWithMessage();
const startedAt = Date.now();
const templates = Object.fromEntries(
  await Promise.all(REGIONS.map(async (region) => [region, await packaged(region)] as const)),
);
const rows: Row[] = [];
console.log(`  ${TABLE_HEAD}`);
await startOutages({
  folder: 'dist/test/outages',
  templates,
  ...(only !== undefined && { only }),
  onRow: (row) => {
    rows.push(row);
    console.log(lineOf(row));
  },
});
const missed = rows.filter((row) => !isMet(row)).length;
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(
  `\n${missed === 0 ? 'Every outage is heard in time' : `${missed} of ${rows.length} are not as they must be`} · ${seconds} s`,
);
process.exitCode = missed === 0 && rows.length > 0 ? 0 : 1;
