import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BESIDE } from '../../deploy/parametrised/parametrised-template.js';
import { NO_ROUTES, type Routes } from '../../src/routing/rule.js';
import { templateSpeechOf } from '../../src/text/template-speeches.js';
import type { Language } from '../../src/text/words.js';
import { readRoutes } from '../routes-file/read-routes.js';
import { codeAssets, layerZip, templateAssets } from './assets.js';

/** The parts that differ between a clone and the npm package. */
export interface TemplateParts {
  /** The command as it is typed. */
  readonly command: string;
  readonly language: Language;
  /** Resolves to the folder of the built function. */
  functionFolder(): Promise<string>;
  /** The guide's files, one for each language. */
  readonly guides: readonly string[];
  /** The file with the rules unless `--routes` names another. Default: no rules. */
  readonly routesFile?: string;
  print(line: string): void;
  complain(line: string): void;
}

const OPTIONS = {
  routes: { type: 'string' },
  out: { type: 'string' },
  layer: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Writes the template with its zip, checksum and guide. Resolves to the exit code. */
export function runTemplate(argv: readonly string[], parts: TemplateParts): Promise<number> {
  return run(argv, parts, async ({ help, out = 'dist/template', routes }, { templateUsage, written, guide }) => {
    if (help) return [templateUsage(parts.command)];
    const code = await codeAssets(await parts.functionFolder(), rulesOf(routes ?? parts.routesFile));
    const guides = await Promise.all(parts.guides.map((file) => readFile(file, 'utf8')));
    const assets = new Map([...templateAssets(BESIDE), ...code, ['GUIDE.md', guideOf(guides)] as const]);
    await mkdir(out, { recursive: true });
    for (const [name, content] of assets) await writeFile(join(out, name), content);
    const names = [...assets].map(([name, { length }]) => `  ${name}  ${length.toLocaleString('en')} B`);
    return [written(out), ...names, guide(join(out, 'GUIDE.md'))];
  });
}

/** Links to other documents, which are not in the folder. */
const FILE_LINK = /\[([^[\]]+)\]\((?!https?:)[^()]+\)/g;

/** Returns the guides of all languages as one, without the links from one to the other. */
function guideOf(guides: readonly string[]): Buffer {
  const lines = guides.join('\n').split('\n');
  const own = lines.filter((line) => line === '' || line.replace(FILE_LINK, '') !== '');
  return Buffer.from(
    own
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .replace(FILE_LINK, '$1'),
  );
}

/** Writes the layer with the rules. Resolves to the exit code. */
export function runRoutesLayer(argv: readonly string[], parts: Omit<TemplateParts, 'functionFolder' | 'guides'>) {
  return run(
    argv,
    parts,
    async ({ help, layer, out = 'routes-layer.zip', routes }, { layerUsage, publish, problems }) => {
      if (help) return [layerUsage(parts.command)];
      if (!layer) throw new UsageError(problems.layerOnly);
      await writeFile(out, layerZip(readRoutes(routes ?? parts.routesFile ?? 'routes.yml')));
      return [publish(out)];
    },
  );
}

class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Given = ReturnType<typeof parse>;
type Speech = ReturnType<typeof templateSpeechOf>;

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS }).values;
}

async function run(
  argv: readonly string[],
  { language, print, complain }: Pick<TemplateParts, 'language' | 'print' | 'complain'>,
  work: (given: Given, speech: Speech) => Promise<readonly string[]>,
): Promise<number> {
  const speech = templateSpeechOf(language);
  try {
    for (const line of await work(read(argv, speech), speech)) print(line);
    return 0;
  } catch (error) {
    // A bad option or a broken routes.yml: the message says everything.
    complain(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function read(argv: readonly string[], { problems }: Speech): Given {
  try {
    return parse(argv);
  } catch (cause) {
    throw new UsageError(problems.options, { cause });
  }
}

function rulesOf(file: string | undefined): Routes {
  return file === undefined ? NO_ROUTES : readRoutes(file);
}
