import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Receives a line the function wrote, without its line break. */
export type LineListener = (line: string, stream: 'stdout' | 'stderr') => void;

/** Passes on every line of the child's stdout and stderr. */
export function forwardLines(child: ChildProcess, heard: LineListener): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    const input = child[stream];
    if (input !== null) createInterface({ input }).on('line', (line) => heard(line, stream));
  }
}

/** Creates a hub that passes lines to listeners, and keeps them until there is one. */
export function createLines(): { readonly heard: LineListener; readonly listen: (listener: LineListener) => void } {
  const listeners: LineListener[] = [];
  const early: Parameters<LineListener>[] = [];
  return {
    heard: (...line) => {
      if (listeners.length === 0) early.push(line);
      for (const listener of listeners) listener(...line);
    },
    listen: (listener) => {
      listeners.push(listener);
      for (const line of early.splice(0)) listener(...line);
    },
  };
}
