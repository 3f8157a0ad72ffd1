import type { Log } from '../base/log.js';
import type { Graph, Unplotted } from '../domain/graph.js';
import type { Notification } from '../domain/notification.js';
import { isRed } from '../domain/severity.js';
import { graphOf } from '../watch/graph.js';

interface GraphParts {
  /** Returns the account of the function, whose metrics CloudWatch draws. `undefined` if it is not known. */
  readonly ownAccount: () => string | undefined;
  /** IANA zone of the times in the picture. */
  readonly timeZone: string;
  readonly log: Log;
}

/** Returns a notification with its graph in the place of what it is made of. */
export type WithGraph = (notification: Notification) => Notification;

/** Creates the function that makes the graph of what is red and wants one. An alarm that cannot have one says why, in one line. */
export function createWithGraph({ ownAccount, timeZone, log }: GraphParts): WithGraph {
  function made({ plot, title, occurredAt, origin }: Notification): Graph | Unplotted {
    const { account, region } = origin;
    if (plot === undefined || 'none' in plot) return plot ?? { none: 'Nothing is measured' };
    if (region === undefined) return { none: 'Its region is unknown' };
    if (account === undefined || account !== ownAccount()) return { none: 'It is an alarm of another account' };
    return graphOf(plot, { title, region, changedAt: occurredAt, timeZone });
  }

  return (notification) => {
    const { plot, ...rest } = notification;
    if (plot === undefined || !isRed(notification.severity)) return rest;
    const graph = made(notification);
    if (!('none' in graph)) return { ...rest, graph };
    log.write('info', 'no graph follows the alarm', { id: notification.id, reason: graph.none });
    return rest;
  };
}

/** Returns a notification that no graph follows. */
export const withoutPlot: WithGraph = ({ plot: _, ...rest }) => rest;
