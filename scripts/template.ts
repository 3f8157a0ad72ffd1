import { fileURLToPath } from 'node:url';
import { cloneLanguage } from './command-line/clone-language.js';
import { OWN_ROUTES } from './samples/read-sample.js';
import { runTemplate } from './template/run-template.js';

const guideAt = (name: string): string => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

const argv = process.argv.slice(2);
process.exitCode = await runTemplate(argv, {
  command: 'npm run template --',
  language: cloneLanguage(argv),
  functionFolder: async () => {
    // Loaded on use: the help needs no build.
    const { buildFunction } = await import('./build.js');
    return (await buildFunction()).folder;
  },
  guides: [guideAt('template.zh-CN.md'), guideAt('template.md')],
  routesFile: OWN_ROUTES,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
