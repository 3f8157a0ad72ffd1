#!/usr/bin/env node
import { systemClock } from './base/clock.js';
import { run } from './cli/run.js';

/** Reads the message from a pipe or a file. A terminal gives none, as the user would not know that input is awaited. */
async function readInput(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  clock: systemClock,
  readInput,
  fetch: (url, request) => fetch(url, request),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
