import { inspect } from 'node:util';

/**
 * A robot's webhook key: whoever has it can post to the group. It can be revealed in one way only, so that no log, error,
 * queue message or reply shows it by accident.
 */
export class RobotKey {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The key itself: for the request line to WeCom and nothing else. */
  reveal(): string {
    return this.#value;
  }

  /** Whether both are the same key, without showing either. */
  equals(other: RobotKey): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return '[robot key]';
  }

  toJSON(): string {
    return '[robot key]';
  }

  [inspect.custom](): string {
    return '[robot key]';
  }
}
