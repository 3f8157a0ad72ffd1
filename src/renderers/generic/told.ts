import type { Role } from './choose.js';
import type { Leaf } from './leaves.js';

/** A leaf with its purpose, as a person reads it. */
export interface Told extends Leaf {
  readonly role: Role;
  readonly text: string;
}
