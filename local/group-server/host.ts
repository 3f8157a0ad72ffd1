import type { GroupSettings } from '../group/entry.js';
import { type Group, type GroupOptions, startGroup } from '../group/group.js';

/** The running group, with the means to replace it. */
export interface GroupHost {
  /** Resolves to the group. While one replaces another, callers wait for the new one. */
  current(): Promise<Group>;
  /** Applies language and format to the messages to come. Another speed starts a new group and forgets the old one. */
  choose(settings: Partial<GroupSettings>): Promise<void>;
  /** Starts a new group with the same settings. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the first group. */
export async function startGroupHost(options: GroupOptions): Promise<GroupHost> {
  let group = await startGroup(options);
  // One change at a time: two at once would leave a group running that nothing stops.
  let changing: Promise<void> = Promise.resolve();

  const replace = async (settings: GroupSettings): Promise<void> => {
    await group.stop();
    group = await startGroup({ ...options, settings });
  };
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    changing = changing.then(change);
    return changing;
  };
  return {
    current: () => changing.then(() => group),
    choose: (chosen) =>
      inTurn(async () => {
        const settings = { ...group.settings(), ...chosen };
        if (settings.speed === group.settings().speed) group.configure(settings);
        else await replace(settings);
      }),
    restart: () => inTurn(() => replace(group.settings())),
    stop: () => inTurn(() => group.stop()),
  };
}
