import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inBucket } from '../deploy/parametrised/parametrised-template.js';
import { textAt } from '../src/base/json.js';
import { NO_ROUTES } from '../src/routing/rule.js';
import type { Command } from './command-line/command.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';
import { codeAssets, sha256, templateAssets } from './template/assets.js';

const COMMAND = {
  usage: 'npm run release',
  about: `Builds everything that a release has into dist/release/VERSION/, with checksums: the template whose files lie in a bucket, the
function's zip without rules, the npm package, the Terraform module. Publishes nothing: that is the owner's, docs/release.md.`,
  options: { 'dry-run': { type: 'boolean', default: false, about: 'required: there is nothing else yet' } },
  exitCodes: { 0: 'built' },
} as const satisfies Command;

const root = fileURLToPath(new URL('..', import.meta.url));
const SUMS = 'SHA256SUMS';

const { values } = readCommandLine(COMMAND);
if (!values['dry-run'])
  misuse(
    COMMAND,
    'Cannot publish as only the owner knows where to (docs/release.md): --dry-run builds what would be published',
  );

const version = textAt(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')), 'version') ?? '';
const folder = join(root, 'dist/release', version);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
// It builds the function and the npm package first, as for whoever installs it from here.
await promisify(execFile)('npm', ['pack', '--pack-destination', folder], {
  cwd: root,
  shell: process.platform === 'win32',
});
const assets = new Map([
  ...templateAssets(inBucket(version)),
  ...(await codeAssets(join(root, 'dist/package/function'), NO_ROUTES)),
]);
for (const [name, content] of assets) await writeFile(join(folder, name), content);
for (const guide of ['template.md', 'template.zh-CN.md']) await cp(join(root, 'docs', guide), join(folder, guide));
await cp(join(root, 'deploy/terraform'), join(folder, 'terraform'), { recursive: true });
await writeSums();

/** Writes the checksum of every file, and prints it with its bytes. */
async function writeSums(): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  const rows = names.sort().map(async (name) => ({ name, content: await readFile(join(folder, name)) }));
  const files = await Promise.all(rows);
  await writeFile(join(folder, SUMS), files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join(''));
  console.log(`dist/release/${version}/`);
  for (const { name, content } of files)
    console.log(`  ${sha256(content).slice(0, 12)}  ${String(content.length).padStart(9)} B  ${name}`);
}
