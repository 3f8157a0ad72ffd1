import type { Command } from './command-line/command.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';
import { featureTable, fixedTable } from './simulate/fixed-costs.js';
import { growthFaults, growthTable, measureGrowth } from './simulate/growth.js';
import { faultsOf, MEMORY_MB, type Simulated, useTable } from './simulate/month-report.js';
import { PRICES, PRICES_OF } from './simulate/prices.js';
import { simulate, simulateHeartbeats } from './simulate/simulate.js';
import { MONTH } from './simulate/traffic.js';

const COMMAND = {
  usage: 'npm run simulate',
  positionals: '[month|growth…]',
  about: `Counts what a month of a million alarms and recoveries uses of AWS, and what it costs: our functions and the queue between
them in time that jumps, and a WeCom that allows 20 messages a minute. Then measures how each step grows with its work. Runs both,
or the named one. A month is ten times three days, which have the same storms and quiet hours; --days 30 simulates all of it.`,
  options: {
    days: { type: 'string', value: 'DAYS', default: '3', about: 'days that are simulated: 3, 6 … 30' },
    robots: {
      type: 'string',
      value: 'NUMBERS',
      default: '1,20,200',
      about: 'numbers of robots, one table column each',
    },
  },
  exitCodes: { 0: 'within the limits', 1: 'above one of them, or something is lost' },
} as const satisfies Command;

const PARTS = ['month', 'growth'];
const MONTH_DAYS = MONTH.days;
const STEP_DAYS = 3;
const MAX_ROBOTS = 1000;

const { values, positionals } = readCommandLine(COMMAND);
const wanted: readonly string[] = positionals;
const unknown = wanted.filter((name) => !PARTS.includes(name));
if (unknown.length > 0)
  misuse(
    COMMAND,
    `Cannot simulate as a part must be one of ${PARTS.join(', ')}: current value is ${unknown.join(', ')}`,
  );
const days = Number(values.days);
if (!(days >= STEP_DAYS && days <= MONTH_DAYS && days % STEP_DAYS === 0))
  misuse(COMMAND, `Cannot simulate as the days must be a multiple of 3 up to 30: current value is ${values.days}`);
const robots = values.robots.split(',').map(Number);
if (!robots.every((count) => Number.isInteger(count) && count >= 1 && count <= MAX_ROBOTS))
  misuse(COMMAND, `Cannot simulate as there must be 1 to ${MAX_ROBOTS} robots: current value is ${values.robots}`);

/** Simulates the month, prints its tables and resolves to what does not hold. */
async function month(): Promise<readonly string[]> {
  const share = days / MONTH_DAYS;
  const traffic = { days, alarms: MONTH.alarms * share, storms: MONTH.storms * share };
  const all: Simulated[] = [];
  for (const count of robots) {
    console.error(`simulating: ${days} days, ${count} robots`);
    all.push({ robots: count, meter: await simulate({ ...traffic, robots: count }) });
  }
  const recoveries = ((all[0]?.meter.recoveries ?? 0) * MONTH_DAYS) / days;
  console.log(
    `Use in a month, all features off, ${MEMORY_MB} MB, ${days} of its 30 days simulated. Prices: ${PRICES_OF}, us-east-1`,
  );
  console.log(['', ...useTable(all, MONTH_DAYS / days), '', ...fixedTable(), ''].join('\n'));
  console.log([...featureTable(await simulateHeartbeats(1), recoveries), ''].join('\n'));
  for (const { dollars, unit, source } of Object.values(PRICES)) console.log(`${dollars} $ a ${unit}: ${source}`);
  return all.flatMap((one) => faultsOf(one));
}

/** Measures the growth of each step, prints the table and resolves to what grows too fast. */
async function growth(): Promise<readonly string[]> {
  console.error('measuring: growth');
  const rows = await measureGrowth();
  console.log(['', ...growthTable(rows)].join('\n'));
  return growthFaults(rows);
}

const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
const faults = [...(isWanted('month') ? await month() : []), ...(isWanted('growth') ? await growth() : [])];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
