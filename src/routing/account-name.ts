import { getOwn } from '../base/json.js';
import type { Routes } from './rule.js';

/** Creates a function that names an account: by `ACCOUNT_NAMES`, else by the rules file, else by its id. */
export function createAccountName(names: ReadonlyMap<string, string>, { accounts }: Routes): (id: string) => string {
  return (id) => names.get(id) ?? getOwn(accounts, id) ?? id;
}
