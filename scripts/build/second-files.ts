import type { Plugin } from 'esbuild';

/** The modules that are files of their own beside the entry: each function, each language, and what a function loads on use, whose bytes no message waits for. */
export const SECOND_FILES = [
  { entry: 'src/functions/notify.ts', file: 'notify.mjs' },
  { entry: 'src/functions/deliver.ts', file: 'deliver.mjs' },
  { entry: 'src/functions/direct.ts', file: 'direct.mjs' },
  { entry: 'src/text/zh-CN/zh-CN.ts', file: 'words-zh-CN.mjs' },
  { entry: 'src/text/en/en.ts', file: 'words-en.mjs' },
  { entry: 'src/watch/watch.ts', file: 'watch.mjs' },
  { entry: 'src/watch/logs.ts', file: 'logs.mjs' },
  { entry: 'src/app/look-ups.ts', file: 'look-ups.mjs' },
  { entry: 'src/payloads/tools/tools.ts', file: 'tools.mjs' },
] as const;

/** Leaves the import of a second file as it is, by the name of its file. */
export const secondFiles: Plugin = {
  name: 'second-files',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.js$/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const found = SECOND_FILES.find(({ entry }) =>
        entry.endsWith(path.replace(/^\.+\//, '').replace(/\.js$/, '.ts')),
      );
      return found && { path: `./${found.file}`, external: true };
    }),
};
