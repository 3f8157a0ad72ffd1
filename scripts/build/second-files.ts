import type { Plugin } from 'esbuild';

/** The modules that the function loads on use, each a file of its own beside the bundle: no message waits for their bytes. */
export const SECOND_FILES = [
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
