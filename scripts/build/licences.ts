import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { textAt } from '../../src/base/json.js';

/** The file with the licences of what is bundled, beside each bundle. */
export const LICENCES = 'THIRD-PARTY-LICENCES.txt';

/** Returns the names and licences of the packages in a bundle, which their licences require to be passed on with it. */
export async function licencesOf({ inputs }: Pick<Metafile, 'inputs'>, root: string): Promise<string> {
  const folders = new Set(Object.keys(inputs).flatMap((file) => packageFolder(file) ?? []));
  const namesByText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const { name, text } = await readLicence(join(root, folder));
    namesByText.set(text, [...(namesByText.get(text) ?? []), name]);
  }
  return [...namesByText]
    .map(([text, names]) => `${names.join('\n')}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** Returns the package's folder for a file somewhere in it: `node_modules/@aws-sdk/core`. */
function packageFolder(file: string): string | undefined {
  return /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

async function readLicence(folder: string): Promise<{ readonly name: string; readonly text: string }> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const kind = textAt(manifest, 'license') ?? 'no licence named';
  return {
    name: `${textAt(manifest, 'name')} ${textAt(manifest, 'version')} (${kind})`,
    text: file === undefined ? kind : await readFile(join(folder, file), 'utf8'),
  };
}
