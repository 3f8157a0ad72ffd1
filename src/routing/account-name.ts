import { getOwn } from '../base/json.js';
import type { Routes } from './rule.js';

/** Calls an account by its name in `ACCOUNT_NAMES`, else in the rules file, else by its id. */
export function createAccountName(names: ReadonlyMap<string, string>, { accounts }: Routes): (id: string) => string {
  return (id) => names.get(id) ?? getOwn(accounts, id) ?? id;
}
