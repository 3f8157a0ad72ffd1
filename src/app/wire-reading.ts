import type { Dispatch } from '../domain/delivery.js';
import { createAccountName } from '../routing/account-name.js';
import { remindersFor } from '../routing/reminders-for.js';
import { route } from '../routing/route.js';
import { toldTo } from '../routing/told-to.js';
import { DEFAULT_MAX_BODY_BYTES } from '../sources/http/body-text.js';
import { createInterpret } from '../sources/interpret.js';
import { createInterpretOnUse, loadOwnRenderers } from '../sources/interpret-on-use.js';
import { readEvent } from '../sources/sources.js';
import { wordsOf } from '../text/words.js';
import { createAckAddress, withAckLink } from '../watch/ack/with-ack-link.js';
import type { OnTickParts } from '../watch/watch.js';
import { partsOf } from '../wecom/compose/parts.js';
import { type App, createApp } from './app.js';
import type { ReadingEdges, Setup } from './edges.js';
import { createHasRobot } from './has-robot.js';
import type { OnHeartbeat } from './heartbeat.js';
import { addTagsOf, wantsTagsOf } from './look-up/wire-look-ups.js';
import { createOnTick, type OnTick, type TickHandlerParts } from './tick.js';
import { createVisits } from './visits.js';
import type { WithGraph } from './with-graph.js';
import { withoutSecrets } from './without-secrets.js';

/** The way onward of an app's messages and heartbeats. */
interface Onward {
  readonly dispatch: Dispatch;
  readonly withGraph: WithGraph;
  readonly onHeartbeat: OnHeartbeat;
}

/** Wires an app that reads events and sends them onward. */
export function wireReading(setup: Setup, edges: ReadingEdges, { dispatch, withGraph, onHeartbeat }: Onward): App {
  const { keys, door, clock, mask, log } = edges;
  const { timeZone, accountNames, routes } = setup;
  const words = wordsOf(setup.language);
  const renderContext = { words, timeZone, accountName: createAccountName(accountNames, routes) };
  const openInterpret = async () => {
    const { allRenderers: renderers } = await loadOwnRenderers();
    return createInterpret({ renderContext, log, renderers });
  };
  const address = createAckAddress({
    url: setup.ackUrl,
    topics: setup.watchTopics,
    region: setup.region,
    tokens: (door ?? keys).tokensAtHand,
  });
  return createApp({
    read: readEvent,
    readContext: {
      interpret: createInterpretOnUse({ renderContext, log, showProgress: setup.showProgress }),
      renderContext,
      tokens: (door ?? keys).httpTokens,
      hasRobot: createHasRobot(door ?? keys, setup),
      showProgress: setup.showProgress,
      ack: createVisits(setup, { ...edges, openInterpret, words, tokens: (door ?? keys).httpTokens }),
      maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
    },
    addTags: addTagsOf(setup, edges),
    route: (draft, now) => {
      const { notifications, ...routed } = route(draft, setup, now);
      return {
        ...routed,
        notifications: notifications.map((one) => withAckLink(withoutSecrets(withGraph(one), mask), address, words)),
      };
    },
    divide: (notification) => partsOf(notification, words),
    dispatch,
    onHeartbeat,
    onTick: onTickOf(setup, edges, { openInterpret, words, address, dispatch }),
    clock,
    mask,
    log,
  });
}

/** Returns the handler of ticks, if this function has what it needs and the setup names a road to tell again of. */
function onTickOf(
  setup: Setup,
  { openWatch, readParked, clock, mask, log }: ReadingEdges,
  { dispatch, ...parts }: Pick<OnTickParts, 'words' | 'address' | 'dispatch'> & Pick<TickHandlerParts, 'openInterpret'>,
): OnTick | undefined {
  const { watchTopics: topics, watchAlarmRule: hasAlarmRule } = setup;
  if (!openWatch || (topics.length === 0 && !hasAlarmRule)) return undefined;
  return createOnTick({
    ...setup,
    ...parts,
    openWatch,
    remindersFor: (draft, now) => remindersFor(draft, setup, now),
    route: (draft, now) => route(draft, setup, now),
    toldTo: (draft, now) => toldTo(draft, setup, now),
    routing: setup,
    readParked,
    hasForeign: setup.watchForeign,
    roads: { topics, hasAlarmRule, service: setup.service },
    wantsTags: wantsTagsOf(setup),
    readsAcks: setup.watchAcks,
    dispatch: (told, deadlineMs) =>
      dispatch(
        told.map((one) => withoutSecrets(one, mask)),
        deadlineMs,
      ),
    clock,
    log,
  });
}
