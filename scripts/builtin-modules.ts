import { createRequire, isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const NAMESPACE = 'builtin-module';
const require = createRequire(import.meta.url);

/**
 * Node's own modules as `process.getBuiltinModule` hands them over. A static `import` of one makes Node read every property it
 * has, and with them load what hangs on the lazy ones (for node:http: undici): together 7 ms of a cold start.
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

/** What AWS's clients load to look into files, of which Lambda has none: with what hangs on it 2 ms of a cold start. */
const ON_FIRST_CALL: ReadonlySet<string> = new Set(['fs/promises']);

/** An ES module that reads of a built-in one only what somebody imports: esbuild drops the rest. */
function moduleOf(name: string): string {
  const builtin: object = require(`node:${name}`);
  const names = Object.keys(builtin).filter((key) => /^\w+$/.test(key) && key !== 'default');
  const onFirstCall = ON_FIRST_CALL.has(name);
  return [
    `const $load = () => process.getBuiltinModule('node:${name}');`,
    'const $builtin = /* @__PURE__ */ $load();',
    'const $get = (key) => $builtin[key];',
    'const $functionOf = (key) => (...args) => $load()[key](...args);',
    'const $classOf = (key) => ({ [Symbol.hasInstance]: (value) => value instanceof $load()[key] });',
    'export default $builtin;',
    ...names.map((key) => {
      const read = onFirstCall ? '$functionOf' : readerOf(builtin, key);
      return `export const ${key} = /* @__PURE__ */ ${read}('${key}');`;
    }),
  ].join('\n');
}

/**
 * Behind a getter stands what Node loads when it is read (`fs.ReadStream`: 3 ms): a function, which then waits for its first
 * call, or a class, of which AWS's clients only ask whether a value is one of it.
 */
function readerOf(builtin: object, key: string): string {
  const descriptor = Object.getOwnPropertyDescriptor(builtin, key);
  if (!descriptor?.get) return '$get';
  return /^[A-Z]/.test(key) ? '$classOf' : typeof descriptor.get.call(builtin) === 'function' ? '$functionOf' : '$get';
}
