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

/** An ES module that reads of a built-in one only what somebody imports: esbuild drops the rest. */
function moduleOf(name: string): string {
  const names = Object.keys(require(`node:${name}`)).filter((key) => /^\w+$/.test(key) && key !== 'default');
  return [
    `const $builtin = /* @__PURE__ */ process.getBuiltinModule('node:${name}');`,
    'const $get = (key) => $builtin[key];',
    'export default $builtin;',
    ...names.map((key) => `export const ${key} = /* @__PURE__ */ $get('${key}');`),
  ].join('\n');
}
