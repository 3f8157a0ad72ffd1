import type { GroupSettings } from '../group/entry.js';
import { type Group, type GroupOptions, startGroup } from '../group/group.js';

/** The group that is running, and the way to another one. */
export interface GroupHost {
  /** The group; while one takes another's place, whoever asks waits for the new one. */
  current(): Promise<Group>;
  /** Language and format apply to what comes; another speed starts a new group, and the old one is forgotten. */
  choose(settings: Partial<GroupSettings>): Promise<void>;
  /** A new group with the same settings. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the first group. */
export async function startGroupHost(options: GroupOptions): Promise<GroupHost> {
  let group = await startGroup(options);
  // One change after another: two at once would leave a group running that nobody stops.
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
