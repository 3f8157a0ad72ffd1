import { readFileSync } from 'node:fs';
import { fileFault } from '../command-line/file-fault.js';

/** A file that the person who runs the script gave, and why it cannot be used. Its message says everything. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/**
 * Reads a JSON file. Editors on Windows begin it with a byte order mark, which JSON does not allow.
 * @throws {FileError} If it cannot be read or holds no JSON.
 */
export function readJsonFile(file: string): unknown {
  const text = readText(file).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileError(`Cannot read the file as it must hold JSON: ${String(cause)}`, { cause });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new FileError(fileFault(cause), { cause });
  }
}
