import { describe, expect, it } from 'vitest';
import { type Draft, type Mentions, NOBODY, type Severity, type Wishes } from '../src/notification.js';
import { NO_ROUTES } from '../src/routes/rule.js';
import { type Routing, route as routeAt } from '../src/routing.js';

const ON_CALL: Mentions = { ...NOBODY, mobiles: ['13800138000'] };
const DEFAULTS: Routing = { routes: NO_ROUTES, format: 'text', mentionOnAlarm: ON_CALL };

const route = (draft: Draft, routing: Routing) => routeAt(draft, routing, 0).notifications;

const base = {
  id: 'eb:1',
  renderer: 'generic',
  title: 'a title',
  occurredAt: 0,
  origin: { road: 'eventbridge' },
} as const;
const rendered = (severity: Severity, wishes: Wishes = {}): Draft => ({
  ...base,
  kind: 'rendered',
  severity,
  status: 'a status',
  where: '',
  fields: [],
  wishes,
});
const written = (wishes: Wishes = {}): Draft => ({
  ...base,
  kind: 'written',
  severity: 'error',
  body: 'a body',
  wishes,
});

describe('route', () => {
  it('route: without wishes a draft goes to the robot default in the default format', () => {
    expect(route(written(), DEFAULTS)).toEqual([
      {
        ...base,
        kind: 'written',
        severity: 'error',
        body: 'a body',
        robot: 'default',
        format: 'text',
        mentions: NOBODY,
      },
    ]);
  });

  it.each([
    ['critical', ON_CALL],
    ['error', ON_CALL],
    ['warning', NOBODY],
    ['info', NOBODY],
    ['recovery', NOBODY],
  ] as const)(
    'route: an AWS event of severity %s mentions by itself who MENTION_ON_ALARM says on 🔴 only',
    (severity, who) => {
      expect(route(rendered(severity), DEFAULTS)[0]?.mentions).toEqual(who);
    },
  );

  it("route: a caller's message mentions only whom the caller names", () => {
    expect(route(written(), DEFAULTS)[0]?.mentions).toEqual(NOBODY);
    const mentions = { ...NOBODY, all: true };
    expect(route(written({ mentions }), DEFAULTS)[0]?.mentions).toEqual(mentions);
  });

  it('route: wishes are stronger than defaults', () => {
    const [routed] = route(
      rendered('error', { robot: 'dba', format: 'markdown', mentions: NOBODY, severity: 'info' }),
      DEFAULTS,
    );
    expect(routed).toMatchObject({ robot: 'dba', format: 'markdown', mentions: NOBODY, severity: 'info' });
    expect(routed).not.toHaveProperty('wishes');
  });
});
