import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { textAt } from '../src/base/json.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The framework's program. Windows has no `.bin` that could be run without a shell. */
const SERVERLESS = createRequire(import.meta.url).resolve('serverless/bin/serverless.js');
/** The files that packaging reads. A copy of them can be packaged while other programs build in the original. */
const NEEDED = ['serverless.yml', 'package.json', 'tsconfig.json', 'routes.yml', 'deploy', 'scripts', 'local', 'src'];

/** The stage and the settings of a package that is made without AWS. */
export interface PackageOptions {
  /** Default `test`. */
  readonly stage?: string;
  readonly region: string;
  /** Replacements for the settings in serverless.yml, by name. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Text of a routes.yml, instead of the project's. */
  readonly routes?: string;
  /** Additional environment variables for the framework. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A finished package. */
export interface Package {
  /** CloudFormation's template of the stack. */
  readonly template: unknown;
  /** Path of the zip with the function. */
  readonly zipFile: string;
  /** The framework's output. */
  readonly output: string;
  /** Removes the package. */
  remove(): Promise<void>;
}

/** The framework refused to package. Its own words are the message. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

/**
 * Runs `serverless package` in a temporary copy of the project, without credentials.
 * @throws {PackageError} If it fails.
 */
export async function packageOffline({
  stage = 'test',
  region,
  settings = {},
  routes,
  env = {},
}: PackageOptions): Promise<Package> {
  const folder = await copyProject(settings);
  if (routes !== undefined) await writeFile(join(folder, 'routes.yml'), routes);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const run = promisify(execFile)(process.execPath, [SERVERLESS, 'package', '--stage', stage, '--region', region], {
      cwd: folder,
      env: { ...withoutCredentials(folder), ...env },
    });
    const { stdout, stderr } = await run;
    const template: unknown = JSON.parse(
      await readFile(join(folder, '.serverless/cloudformation-template-update-stack.json'), 'utf8'),
    );
    return { template, zipFile: join(folder, '.serverless/wecomrobot.zip'), output: stdout + stderr, remove };
  } catch (cause) {
    await remove();
    throw new PackageError(wordsOf(cause), { cause });
  }
}

async function copyProject(settings: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-package-'));
  for (const name of NEEDED) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error; // Not every project has a routes.yml.
    });
  }
  // On Windows a junction needs no administrator.
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const file = join(folder, 'serverless.yml');
  await writeFile(file, withSettings(await readFile(file, 'utf8'), settings));
  return folder;
}

/** Replaces settings in the file. JSON is YAML too, so each value replaces the one line of its setting. */
function withSettings(yml: string, settings: Readonly<Record<string, unknown>>): string {
  return Object.entries(settings).reduce((text, [name, value]) => {
    const line = new RegExp(`^( {4}${name}:).*$`, 'm');
    if (!line.test(text))
      throw new PackageError(`Cannot replace the setting ${name} as serverless.yml has no such line`);
    return text.replace(line, (_, head: string) => `${head} ${JSON.stringify(value)}`);
  }, yml);
}

function withoutCredentials(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    CI: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function wordsOf(cause: unknown): string {
  return [textAt(cause, 'stdout'), textAt(cause, 'stderr')].filter(Boolean).join('\n') || String(cause);
}
