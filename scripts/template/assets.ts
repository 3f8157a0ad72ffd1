import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodePlace, parametrisedTemplate } from '../../deploy/parametrised/parametrised-template.js';
import { toYaml } from '../../deploy/parametrised/to-yaml.js';
import { CODE_FOLDER } from '../../deploy/resources/functions.js';
import { ROUTES_FILE } from '../../src/routing/load-routes.js';
import type { Routes } from '../../src/routing/rule.js';
import { LICENCES } from '../build/licences.js';
import { makeZip } from './make-zip.js';

/** Files by name. */
export type Assets = ReadonlyMap<string, Buffer>;

export const ZIP = 'wecomrobot.zip';
/** The folder of the rules in a layer, which Lambda unpacks into `/opt`. */
const LAYER_FOLDER = 'wecomrobot';

/** Returns the template and the resources that it includes, for files that lie in a place. */
export function templateAssets(place: CodePlace): Assets {
  const { template, fittings } = parametrisedTemplate(place);
  const lines = Object.entries(fittings).map(([id, one]) => `${JSON.stringify(id)}: ${JSON.stringify(one)}`);
  return new Map([
    ['template.yml', Buffer.from(toYaml(template))],
    ['resources.json', Buffer.from(`{\n${lines.join(',\n')}\n}\n`)],
  ]);
}

/** Returns the zip of a built function with rules, and its checksum in the form that `sha256sum -c` reads. */
export async function codeAssets(functionFolder: string, routes: Routes): Promise<Assets> {
  const files = (await readdir(functionFolder)).filter((name) => name.endsWith('.mjs') || name === LICENCES);
  const read = files.map(
    async (name) => [`${CODE_FOLDER}/${name}`, await readFile(join(functionFolder, name))] as const,
  );
  const rules = [`${CODE_FOLDER}/${ROUTES_FILE}`, Buffer.from(JSON.stringify(routes))] as const;
  const zip = makeZip(new Map([...(await Promise.all(read)), rules]));
  return new Map([
    [ZIP, zip],
    [`${ZIP}.sha256`, Buffer.from(`${sha256(zip)}  ${ZIP}\n`)],
  ]);
}

/** Returns the zip of a layer with rules. */
export function layerZip(routes: Routes): Buffer {
  return makeZip(new Map([[`${LAYER_FOLDER}/${ROUTES_FILE}`, Buffer.from(JSON.stringify(routes))]]));
}

/** Returns the checksum of a file, in hexadecimal. */
export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
