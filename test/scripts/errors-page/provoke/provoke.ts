import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../../../src/text/words.js';
import type { DeployedFunction } from '../../../end-to-end/deployed-function.js';

/** What errors are provoked in. */
export interface Scene {
  /** Of the user, for programs that speak more than English. */
  readonly language: Language;
  /** A door of the built function on this machine: posts a body, and resolves to its status and text. */
  door(request: DoorRequest): Promise<string>;
  /** That function without a queue, and what stands around it. */
  readonly deployed: DeployedFunction;
}

/** A request to the door. Default: `POST /push` with a token that it knows. */
export interface DoorRequest {
  readonly path?: string;
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Provokes an error: throws it, or returns its words, or resolves to them. */
export type Provoke = (scene: Scene) => unknown;

/** A way to each error of some rows. */
export type Provocations<Rows> = Readonly<Record<keyof Rows, Provoke | ProvokedElsewhere>>;

/** An error that another test provokes, as it takes more than can be had here: its file, and the words that it expects. Or the framework's own words. */
export interface ProvokedElsewhere {
  readonly file: string;
  readonly words: string;
}

export const REGION = 'ap-southeast-1';

/** A client of AWS that refuses everything with an error of this name. */
export const refusing = (name: string, message = 'no') => ({
  send: () => Promise.reject(Object.assign(new Error(message), { name })),
});

/** Hands a file with this text to a program, and removes it afterwards. */
export function withFile<T>(name: string, text: string, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-errors-'));
  const file = join(folder, name);
  writeFileSync(file, text);
  const result = use(file);
  if (!(result instanceof Promise)) {
    rmSync(folder, { recursive: true });
    return result;
  }
  return result.finally(() => rmSync(folder, { recursive: true })) as T;
}
