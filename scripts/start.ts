import { fileURLToPath } from 'node:url';
import { languageOf } from '../src/cli/language.js';
import { bundleFunction } from './build.js';
import { runLocal } from './start/run-local.js';

const ROUTES_FILE = fileURLToPath(new URL('../routes.yml', import.meta.url));

process.exitCode = await runLocal(process.argv.slice(2), {
  command: 'npm start --',
  // English like all scripts of a clone, unless the terminal is Chinese.
  language: languageOf([], process.env, 'en'),
  messageLanguage: 'zh-CN',
  // A build of its own: another command may build at the same time.
  putFunction: async (folder) => void (await bundleFunction(folder)),
  routesFile: ROUTES_FILE,
  env: process.env,
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
