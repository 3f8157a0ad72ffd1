import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { createInterface } from 'node:readline';
import { expect, inject, it } from 'vitest';
import type { Program } from './find-programs.js';

/** A program that has ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A server of somebody else's on a port of 127.0.0.1. */
export interface ProgramServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Every line that it has written. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Runs a program to its end, with `input` on its standard input. */
export function run({ command, args, env }: Program, more: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, ...env } };
    const child = execFile(command, [...args, ...more], options, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: error ? Number(error.code) : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

/** Runs shell commands that call a program by its name. */
export function runShell(
  { command, args, env }: Program,
  name: string,
  script: string,
  more: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<Ended> {
  const quoted = [command, ...args].map((word) => `'${word}'`).join(' ');
  const options = { env: { ...process.env, ...env, ...more }, ...(cwd !== undefined && { cwd }) };
  return new Promise((resolve) => {
    const shell = ['-c', `${name}() { command ${quoted} "$@"; }\n${script}`];
    execFile('bash', shell, options, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
  });
}

/** Starts Prometheus or Alertmanager. Resolves once it says where it listens; rejects if it ends before. */
export async function startServer(
  { command, args, env }: Program,
  more: readonly string[],
  folder: string,
): Promise<ProgramServer> {
  // Without the developer's own AWS settings.
  const aws = { AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull };
  const child = spawn(command, [...args, ...more], { cwd: folder, env: { ...process.env, ...aws, ...env } });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await listening(child, lines);
  return {
    url: `http://${address}`,
    lines,
    close: () => {
      child.kill();
      return ended;
    },
  };
}

function listening(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        const address = /msg="?Listening on"? address=(127\.0\.0\.1:\d+)/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    child.once('error', reject);
    child.once('close', () =>
      reject(new Error(`Cannot start a server as it ended: its last lines are ${lines.slice(-5).join('\n')}`)),
    );
  });
}

/**
 * Declares a test that names programs with their versions, or says why this machine cannot run them. Returns those that it can run
 * by name: only they are given tests.
 */
export function statePrograms<Name extends string>(...names: readonly Name[]): Partial<Record<Name, Program>> {
  const { found, missing } = inject('programs');
  for (const name of names) {
    const here = found.find((one) => one.name === name);
    const reason = missing.find((one) => one.name === name)?.reason;
    it(here ? `runs ${name} ${here.version}` : `cannot run ${name} here: ${reason}`, () => {
      expect([here?.version, reason].filter((known) => known !== undefined)).toHaveLength(1);
    });
  }
  return Object.fromEntries(found.map((one) => [one.name, one])) as Partial<Record<Name, Program>>;
}
