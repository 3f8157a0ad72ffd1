import type { Config } from '../../src/app/config.js';
import type { Clock } from '../../src/base/clock.js';
import { silentLog } from '../../src/base/log.js';
import { InvalidInputError, UnrecognisedEventError } from '../../src/domain/errors.js';
import type { Draft, Notification } from '../../src/domain/notification.js';
import { route } from '../../src/routing/route.js';
import type { Routes } from '../../src/routing/rule.js';
import { DEFAULT_MAX_BODY_BYTES } from '../../src/sources/http/body-text.js';
import { createInterpretOnUse } from '../../src/sources/interpret-on-use.js';
import { readEvent } from '../../src/sources/sources.js';
import { explain } from '../../src/text/speeches.js';
import { wordsOf } from '../../src/text/words.js';
import { partsOf } from '../../src/wecom/compose/parts.js';
import { TIMEOUT_MS } from '../lambda/timeouts.js';
import { SAMPLE_TOKEN } from '../secrets-manager/sample-secret.js';
import type { ReadNotification, ReadView } from './entry.js';

/** Reads an event as the function will, to show the result on the page. Never rejects. */
export type ReadForView = (event: unknown, requestId: string) => Promise<ReadView>;

/** Creates a reader with the settings and rules of the function. */
export function createReadForView(config: Config & { readonly routes: Routes }, { now }: Clock): ReadForView {
  const words = wordsOf(config.language);
  const accountName = (id: string) => config.accountNames.get(id) ?? config.routes.accounts[id] ?? id;
  const renderContext = { words, timeZone: config.timeZone, accountName };
  const interpret = createInterpretOnUse({ renderContext, log: silentLog });

  const viewsOf = (draft: Draft): readonly ReadNotification[] => {
    const { notifications, rule } = route(draft, config, now());
    const parts = notifications.flatMap((notification) => partsOf(notification, words));
    return parts.map((part) => ({ ...viewOf(part), ...(rule && { rule: rule.name }) }));
  };

  async function read(event: unknown, requestId: string): Promise<ReadView> {
    const invocation = { requestId, remainingMs: () => TIMEOUT_MS.notify };
    const tokens = async () => [{ token: SAMPLE_TOKEN }];
    const hasRobot = async () => true;
    const door = { tokens, hasRobot, maxBodyBytes: DEFAULT_MAX_BODY_BYTES };
    const context = { invocation, now: now(), interpret, renderContext, ...door };
    const { drafts, skipped } = await readEvent(event, context);
    const dropped = drafts.filter((draft) => route(draft, config, now()).notifications.length === 0);
    return {
      notifications: drafts.flatMap(viewsOf),
      skipped: [
        ...skipped.map(({ renderer, skipped: why }) => ({ renderer, why })),
        ...dropped.map(({ renderer }) => ({ renderer, why: 'Dropped by a rule' })),
      ],
    };
  }

  return (event, requestId) =>
    read(event, requestId).catch((error: unknown) => ({
      notifications: [],
      skipped: [],
      // The function receives the event all the same and reports this too. Here it is for the page.
      ...describeError(error),
    }));
}

function describeError(error: unknown): Pick<ReadView, 'error' | 'errorInChinese' | 'isUnknown'> {
  const text = error instanceof Error ? error.message : String(error);
  const said = error instanceof InvalidInputError && error.violation && explain(error, 'zh-CN');
  return {
    error: text,
    ...(said && { errorInChinese: said }),
    ...(error instanceof UnrecognisedEventError && { isUnknown: true }),
  };
}

function viewOf(notification: Notification): ReadNotification {
  const { id, renderer, origin, severity, title, occurredAt, robot, format, mentions, part } = notification;
  const shownAs = notification.kind === 'native' ? String(notification.native['msgtype']) : format;
  const { status, where } = notification.kind === 'rendered' ? notification : { status: '', where: '' };
  return {
    ...{
      id,
      renderer,
      source: origin.source,
      severity,
      title,
      status,
      where,
      occurredAt,
      robot,
      mentions,
      format: shownAs,
    },
    ...(part && { part: `${part.number}/${part.of}` }),
  };
}
