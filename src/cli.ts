#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { systemClock } from './base/clock.js';
import { textAt } from './base/json.js';
import { fetchThroughProxy } from './cli/fetch-through-proxy.js';
import { run } from './cli/run.js';
import { terminalOf } from './cli/terminal.js';

/** Reads the message from a pipe or a file. A terminal gives none, as the user would not know that input is awaited. */
async function readInput(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads the version where it is written: the built command lies two folders below the package's own. */
async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  return textAt(manifest, 'version') ?? '';
}

/**
 * Commands in files of their own beside this one, which nothing else loads. Each exports `run`, which takes the arguments after the
 * command's name and resolves to the exit code.
 */
const FILES: Readonly<Record<string, string>> = {
  local: './local/tool/local.js',
  template: './template/template.js',
  routes: './template/routes.js',
};

type Run = (argv: readonly string[]) => Promise<number>;

async function runFile(file: string, argv: readonly string[]): Promise<number> {
  const { run }: { run: Run } = await import(new URL(file, import.meta.url).href);
  return run(argv);
}

const [name = '', ...argv] = process.argv.slice(2);
const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
process.exitCode =
  file === undefined
    ? await run(process.argv.slice(2), {
        ...terminalOf(process),
        clock: systemClock,
        readInput,
        fetch: fetchThroughProxy,
        version: readVersion,
        print: (line) => process.stdout.write(`${line}\n`),
        complain: (line) => process.stderr.write(`${line}\n`),
      })
    : await runFile(file, argv);
