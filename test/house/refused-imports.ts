import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './code-files.js';

/** An import in a file that is not there, and whether the linter accepts it. */
export interface Planted {
  /** The importing file, from the project's root. */
  readonly path: string;
  readonly specifier: string;
  readonly accepted: boolean;
}

/** Plants imports in an empty copy of the project, with its linter's configuration. Returns those that the linter refuses. */
export function refusedImports(planted: readonly Planted[]): ReadonlySet<Planted> {
  const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-walls-'));
  try {
    for (const file of ['biome.json', 'biome.walls.json', '.gitignore'])
      copyFileSync(join(ROOT, file), join(folder, file));
    const lines = plant(folder, planted);
    return new Set(lintedLines(folder).flatMap((line) => lines.get(line) ?? []));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes one file for each path, one import a line. Returns each import by `path:line`. */
function plant(folder: string, planted: readonly Planted[]): ReadonlyMap<string, Planted> {
  const lines = new Map<string, Planted>();
  for (const path of new Set(planted.map((each) => each.path))) {
    const own = planted.filter((each) => each.path === path);
    for (const [index, each] of own.entries()) lines.set(`${path}:${index + 1}`, each);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), own.map(({ specifier }) => `export * from '${specifier}';\n`).join(''));
  }
  return lines;
}

/** Returns `path:line` of each import that is restricted. */
function lintedLines(folder: string): readonly string[] {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const found = stdout.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+),/g);
  return [...found].map(
    ([, file = '', line]) => `${file.slice(file.startsWith(folder) ? folder.length + 1 : 0)}:${line}`,
  );
}
