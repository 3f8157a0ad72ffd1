import { createRecentIds } from '../base/recent-ids.js';
import { wordsOf } from '../text/words.js';
import { createDeliver } from '../wecom/post/deliver.js';
import type { App } from './app.js';
import { createDirectDispatch } from './direct.js';
import type { DirectEdges, Setup } from './edges.js';
import { createCheckHeartbeat } from './heartbeat.js';
import { lookUpsOf } from './look-up/wire-look-ups.js';
import { wireReading } from './wire-reading.js';
import { withoutPlot } from './with-graph.js';

/** Wires the app of a function without a queue: from events straight to WeCom. */
export function wireDirect(setup: Setup, edges: DirectEdges): App {
  const { clock, log } = edges;
  const words = wordsOf(setup.language);
  return wireReading(setup, edges, {
    dispatch: createDirectDispatch({
      deliver: createDeliver({ ...edges, words }),
      lookUps: lookUpsOf(setup, edges, words),
      recent: createRecentIds(clock.now),
      clock,
      log,
    }),
    // Only what is queued can be followed.
    withGraph: withoutPlot,
    onHeartbeat: createCheckHeartbeat(edges),
  });
}
