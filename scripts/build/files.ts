import type { Plugin } from 'esbuild';

/** A file of the build. */
interface BuiltFile {
  readonly entry: string;
  readonly file: string;
  /** Lambda loads it first. */
  readonly isEntry?: boolean;
}

/** All files of the build: each function, each language, and what a function loads on use, whose bytes no message waits for. */
export const FILES: readonly BuiltFile[] = [
  { entry: 'src/functions/notify.ts', file: 'notify.mjs', isEntry: true },
  { entry: 'src/functions/deliver.ts', file: 'deliver.mjs', isEntry: true },
  { entry: 'src/functions/direct.ts', file: 'direct.mjs', isEntry: true },
  { entry: 'src/text/zh-CN/message.ts', file: 'message-words-zh-CN.mjs' },
  { entry: 'src/text/en/message.ts', file: 'message-words-en.mjs' },
  { entry: 'src/text/zh-CN/zh-CN.ts', file: 'words-zh-CN.mjs' },
  { entry: 'src/text/en/en.ts', file: 'words-en.mjs' },
  { entry: 'src/renderers/renderers.ts', file: 'renderers.mjs' },
  { entry: 'src/watch/watch.ts', file: 'watch.mjs' },
  { entry: 'src/watch/logs.ts', file: 'logs.mjs' },
  { entry: 'src/app/look-up/look-ups.ts', file: 'look-ups.mjs' },
  { entry: 'src/payloads/tools/tools.ts', file: 'tools.mjs' },
];

/** Leaves the import of a second file as it is, by the name of its file. */
export const secondFiles: Plugin = {
  name: 'second-files',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.js$/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const found = FILES.find(({ entry }) => entry.endsWith(path.replace(/^\.+\//, '').replace(/\.js$/, '.ts')));
      return found && { path: `./${found.file}`, external: true };
    }),
};
