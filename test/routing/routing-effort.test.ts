import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/notification.js';
import { route } from '../../src/routing/route.js';
import type { Match } from '../../src/routing/rule.js';
import { alarmOf, recoveryOf, routingBy } from './drafts.js';

const RULES = 200;
/** Read once for the rules, and once where the notification is copied from the draft. */
const ONCE = 2;

/** Counts how often properties of an object, and of those in it, are read. */
function counted<T extends object>(value: T, count: (property: string) => void): T {
  return new Proxy(value, {
    get: (target, property, receiver) => {
      const found: unknown = Reflect.get(target, property, receiver);
      if (typeof property === 'symbol') return found;
      count(property);
      return typeof found === 'object' && found !== null && !Array.isArray(found) ? counted(found, count) : found;
    },
  });
}

const matches = Array.from(
  { length: RULES },
  (_, number): Match => ({
    account: ['111122223333'],
    service: [`service-${number}`],
    text: [`word-${number}`],
    alarmName: [`*-${number}-*`],
    not: { region: ['us-east-1'] },
  }),
);

describe('route: the effort of 200 rules', () => {
  it('route: rules are compiled once, not for each message', () => {
    let reads = 0;
    const rules = matches.map((match) => ({ match: counted(match, () => reads++), robots: ['dba'] }));
    const routing = routingBy(rules);
    route(alarmOf(), routing, 0);
    const first = reads;
    expect(first).toBeGreaterThan(RULES);
    route(alarmOf(), routing, 0);
    route(alarmOf({ alarmName: 'other' }), routing, 0);
    expect(reads).toBe(first);
  });

  it('route: the words and services of a message are worked out once, not for each rule', () => {
    const reads = new Map<string, number>();
    const count = (property: string) => reads.set(property, (reads.get(property) ?? 0) + 1);
    const draft = { ...alarmOf({ facts: { namespaces: ['AWS/RDS'] } }), details: 'words' } as Draft;
    const onlyText = matches.map(({ text }) => ({ match: text ? { text } : {} }));
    route(counted(draft, count), routingBy(onlyText), 0);
    expect(reads.get('details')).toBe(ONCE);
    const onlyService = matches.map(({ service }) => ({ match: service ? { service } : {} }));
    reads.clear();
    route(counted(draft, count), routingBy(onlyService), 0);
    expect(reads.get('namespaces')).toBe(1);
  });

  it('route: a rule is left at its first check that does not match', () => {
    const reads = new Map<string, number>();
    const count = (property: string) => reads.set(property, (reads.get(property) ?? 0) + 1);
    const elsewhere = alarmOf({ account: '444455556666' });
    route(counted(elsewhere, count), routingBy(matches.map((match) => ({ match }))), 0);
    expect(reads.get('account')).toBe(RULES);
    expect(reads.get('title') ?? 0).toBeLessThanOrEqual(1);
    expect(reads.get('region')).toBeUndefined();
  });

  it('route: a recovery asks each rule twice: as the alarm that it was, and as itself', () => {
    let asked = 0;
    const count = (property: string) => {
      if (property === 'account') asked++;
    };
    const elsewhere = recoveryOf(alarmOf({ account: '444455556666' }));
    route(counted(elsewhere, count), routingBy(matches.map((match) => ({ match }))), 0);
    expect(asked).toBe(2 * RULES);
  });
});
