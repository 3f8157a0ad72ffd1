import { fileURLToPath } from 'node:url';
import { bundleFunction } from './build.js';
import { cloneLanguage } from './command-line/clone-language.js';
import { runLocal } from './start/run-local.js';

const ROUTES_FILE = fileURLToPath(new URL('../routes.yml', import.meta.url));

const argv = process.argv.slice(2);
process.exitCode = await runLocal(argv, {
  command: 'npm start --',
  language: cloneLanguage(argv),
  messageLanguage: 'zh-CN',
  // A build of its own: another command may build at the same time.
  putFunction: async (folder) => void (await bundleFunction(folder)),
  routesFile: ROUTES_FILE,
  env: process.env,
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
