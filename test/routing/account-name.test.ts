import { expect, test } from 'vitest';
import { createAccountName } from '../../src/routing/account-name.js';

const accountName = createAccountName(new Map([['111122223333', '生产']]), {
  rules: [],
  accounts: { '111122223333': 'prod', '444455556666': '测试' },
});

test.each([
  ['ACCOUNT_NAMES counts before the rules file', '111122223333', '生产'],
  ['the rules file names the others', '444455556666', '测试'],
  ['an account without a name is its id', '777788889999', '777788889999'],
  ["a name of every object's prototype is no account", '__proto__', '__proto__'],
])('account name: %s', (_, id, name) => {
  expect(accountName(id)).toBe(name);
});
