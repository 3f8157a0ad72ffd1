import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneRows } from '../test/installs/clone-rows.js';
import { commandRows } from '../test/installs/command-rows.js';
import { installPackage } from '../test/installs/installed-package.js';
import { judgeRows } from '../test/installs/judge-rows.js';
import { libraryRows, missingRow } from '../test/installs/library-rows.js';
import { type Row, tableOf } from '../test/installs/row.js';
import { findRuntimes, THIS_NODE } from '../test/installs/runtimes.js';
import { installOnce } from '../test/support/install-once.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run test:installs',
  about: `Packs the npm package, installs it into a clean folder and uses it as people do, and has its metadata judged. Prints
each road with its command, seconds and result; what cannot be run here is named (NOT RUN).`,
  options: {
    all: {
      type: 'boolean',
      about:
        'on Node 20, 22, 24, Bun and Deno, not only on this Node, and the roads from a clean clone, by npm 10, 11 and 12',
    },
  },
  exitCodes: { 0: 'nothing failed', 1: 'something failed' },
} as const satisfies Command;

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = readCommandLine(COMMAND);
const folder = await installOnce({
  from: join(ROOT, 'test/installs'),
  name: values.all ? 'installs' : 'installs-judges',
  // Each is an installation of its own. npm leaves out what is optional and not made for this machine or this Node.
  options: values.all ? [] : ['--omit=optional', '--omit=dev'],
  print: (line) => console.log(line),
});
const modules = join(folder, 'node_modules');
const rows: Row[] = [];
const installed = await installPackage(ROOT);
try {
  const { found, missing } = values.all ? await findRuntimes(modules) : { found: [THIS_NODE], missing: [] };
  rows.push(...installed.rows, ...(await judgeRows(modules, installed)));
  for (const runtime of found) rows.push(...(await libraryRows(runtime, installed)));
  rows.push(...missing.map(missingRow), ...(await commandRows(installed)));
  if (values.all) rows.push(...(await cloneRows(ROOT, modules)));
} finally {
  await installed.remove();
}
console.log(tableOf(rows));
process.exitCode = rows.some(({ result }) => result.startsWith('FAILED')) ? 1 : 0;
