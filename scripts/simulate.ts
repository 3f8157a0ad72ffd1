import type { Command } from './command-line/command.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';
import { featureTable, fixedTable } from './simulate/fixed-costs.js';
import { growthFaults, growthTable, measureGrowth } from './simulate/growth.js';
import { billOf, totalOf } from './simulate/meter.js';
import { faultsOf, MEMORY_MB, type Simulated, useTable } from './simulate/month-report.js';
import { PRICES, PRICES_OF } from './simulate/prices.js';
import { simulateHeartbeats, simulateMonth } from './simulate/simulate.js';
import { MONTH } from './simulate/traffic.js';

const COMMAND = {
  usage: 'npm run simulate',
  positionals: '[month|growth…]',
  about: `Counts what a month of a million alarms and recoveries uses of AWS, and what it costs: our functions and the queue between
them in time that jumps, and a WeCom that allows 20 messages a minute. Then measures how each step grows with its work. Runs both,
or the named one. A month is made of one storm and some hours without one, each as often as a month has them.`,
  options: {
    hours: { type: 'string', value: 'HOURS', default: '24', about: 'hours without a storm: 3, 6 … 720' },
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
/** Every third hour is quiet. */
const STEP_HOURS = 3;
const MAX_ROBOTS = 1000;

const { values, positionals } = readCommandLine(COMMAND);
const wanted: readonly string[] = positionals;
const unknown = wanted.filter((name) => !PARTS.includes(name));
if (unknown.length > 0)
  misuse(
    COMMAND,
    `Cannot simulate as a part must be one of ${PARTS.join(', ')}: current value is ${unknown.join(', ')}`,
  );
const hours = Number(values.hours);
if (!(hours >= STEP_HOURS && hours <= MONTH.hours && hours % STEP_HOURS === 0))
  misuse(
    COMMAND,
    `Cannot simulate as the hours must be a multiple of 3 up to ${MONTH.hours}: current value is ${values.hours}`,
  );
const robots = values.robots.split(',').map(Number);
if (!robots.every((count) => Number.isInteger(count) && count >= 1 && count <= MAX_ROBOTS))
  misuse(COMMAND, `Cannot simulate as there must be 1 to ${MAX_ROBOTS} robots: current value is ${values.robots}`);

/** Simulates the month, prints its tables and resolves to what does not hold. */
async function month(): Promise<readonly string[]> {
  const all: Simulated[] = [];
  for (const count of robots) {
    console.error(`simulating: ${hours} hours and a storm, ${count} robots`);
    const simulated = { robots: count, meter: await simulateMonth(count, hours) };
    console.error(`  ${totalOf(billOf(simulated.meter, MEMORY_MB)).toFixed(2)} $`);
    all.push(simulated);
  }
  const recoveries = all[0]?.meter.recoveries ?? 0;
  console.log(
    `Use in a month, all features off, notify ${MEMORY_MB.notify} MB, deliver ${MEMORY_MB.deliver} MB; a storm and ${hours} other hours simulated. Prices: us-east-1, ${PRICES_OF}`,
  );
  console.log(['', ...useTable(all), '', ...fixedTable(), ''].join('\n'));
  console.log([...featureTable(await simulateHeartbeats(1), recoveries), ''].join('\n'));
  for (const { dollars, unit, source } of Object.values(PRICES))
    console.log(`${Number(dollars.toPrecision(6))} $ for one ${unit}: ${source}`);
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
