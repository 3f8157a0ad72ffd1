import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/** Options that bundle AWS's clients without the code that Lambda never reaches: half of them. */
export const TRIMMED_SDK = {
  // They would look for credentials in six places, with 130 kB of code. Lambda has one.
  alias: {
    '@aws-sdk/credential-provider-node': fileURLToPath(new URL('environment-credentials.ts', import.meta.url)),
  },
  // Imported only where it is needed, which is nowhere here. Left out it costs nothing, otherwise 20 kB.
  external: ['@smithy/core/event-streams'],
  // A browser's client gets answers as web streams. Merely reading the name makes Node load them: 3 ms of a cold start.
  define: { ReadableStream: 'undefined' },
} as const satisfies BuildOptions;

/** Makes them read only their version from their package.json. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    }),
};

/**
 * Code for a machine without OpenSSL, for EC2, and for a retry mode that is never set. If it is reached all the same,
 * it says so.
 */
const OF_OTHER_MACHINES =
  /[\\/]@smithy[\\/]core[\\/]dist-es[\\/].*[\\/](Sha256Js|getInstanceMetadataRegion|AdaptiveRetryStrategy)\.js$/;

const leftOut: Plugin = {
  name: 'left-out',
  setup: ({ onLoad }) =>
    onLoad({ filter: OF_OTHER_MACHINES }, async ({ path }) => {
      const names = (await readFile(path, 'utf8')).matchAll(/^export (?:const|class|(?:async )?function) (\w+)/gm);
      const refuse = (name: string): string =>
        `export function ${name}() { throw new Error('Cannot use ${name} as it is left out of the bundle'); }`;
      return { contents: Array.from(names, ([, name = '']) => refuse(name)).join('\n') };
    }),
};

/** The tables of the clients that every message needs: each registers its errors one by one. */
const ERROR_TABLES = /[\\/]client-(?:sqs|secrets-manager)[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/**
 * Has these clients throw every error of their service as its base class, with the same message and fault, and the name that SQS gives
 * it: nothing of ours asks for a class. They treat the error of a newer service so anyway.
 */
const baseErrorsOnly: Plugin = {
  name: 'base-errors-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: ERROR_TABLES }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/^n0_registry\.registerError\(.+\);$/gm, ''),
      loader: 'js',
    })),
};

/** The plugins that belong to these options. */
export const SDK_TRIMMERS: readonly Plugin[] = [versionOnly, leftOut, baseErrorsOnly];
