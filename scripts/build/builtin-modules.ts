import { createRequire, isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const NAMESPACE = 'builtin-module';
const require = createRequire(import.meta.url);

/**
 * Provides Node's own modules through `process.getBuiltinModule`. A static `import` of one makes Node read all of its
 * properties, and load everything that the lazy ones need (for node:http: undici): together 7 ms of a cold start.
 * @see https://github.com/nodejs/node/issues/57649
 */
export const builtinModules: Plugin = {
  name: NAMESPACE,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z0-9_:/]+$/ }, ({ path, kind }) =>
      kind === 'import-statement' && isBuiltin(path)
        ? { path: path.replace(/^node:/, ''), namespace: NAMESPACE, sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ contents: moduleOf(path), loader: 'js' }));
  },
};

/**
 * Properties that are imported and hardly ever used, and whose mere reading makes Node load more, 5 ms together:
 * functions that wait for their first call, and a class of which AWS's clients only check if a value is an instance.
 */
const ON_USE: Readonly<Record<string, Readonly<Record<string, '$functionOf' | '$classOf'>>>> = {
  crypto: { getRandomValues: '$functionOf' },
  fs: { ReadStream: '$classOf' },
  'fs/promises': { readFile: '$functionOf' },
  // Only a log subscription needs it.
  zlib: { gunzipSync: '$functionOf' },
};

/** Returns an ES module that reads from a built-in one only the imported properties: esbuild drops the rest. */
function moduleOf(name: string): string {
  const names = Object.keys(require(`node:${name}`)).filter((key) => /^\w+$/.test(key) && key !== 'default');
  return [
    `const $load = () => process.getBuiltinModule('node:${name}');`,
    'const $builtin = /* @__PURE__ */ $load();',
    'const $get = (key) => $builtin[key];',
    'const $functionOf = (key) => (...args) => $load()[key](...args);',
    'const $classOf = (key) => ({ [Symbol.hasInstance]: (value) => value instanceof $load()[key] });',
    'export default $builtin;',
    ...names.map((key) => `export const ${key} = /* @__PURE__ */ ${ON_USE[name]?.[key] ?? '$get'}('${key}');`),
  ].join('\n');
}
