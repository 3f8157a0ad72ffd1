import type { GroupSettings } from '../group/entry.js';
import { type Group, type GroupOptions, startGroup } from '../group/group.js';
import type { MessageStore } from '../messages/message-store.js';

/** The running group, with the means to replace it. */
export interface GroupHost {
  /** Resolves to the group. While one replaces another, callers wait for the new one. */
  current(): Promise<Group>;
  /** Applies language and format to the messages to come. Another speed starts a new group, which knows the messages of the old one. */
  choose(settings: Partial<GroupSettings>): Promise<void>;
  /** Deletes all messages and starts a new group with the same settings. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The options of every group, and the messages of all of them. */
export interface GroupHostOptions extends Omit<GroupOptions, 'kept' | 'firstNumber'> {
  readonly messages: MessageStore;
}

/** Starts the first group. */
export async function startGroupHost({ messages, ...options }: GroupHostOptions): Promise<GroupHost> {
  const startWith = (settings: GroupSettings): Promise<Group> =>
    startGroup({ ...options, settings, kept: messages.all(), firstNumber: messages.nextNumber() });
  let group = await startWith(options.settings);
  // One change at a time: two at once would leave a group running that nothing stops.
  let changing: Promise<void> = Promise.resolve();

  const replace = async (settings: GroupSettings, isCleared = false): Promise<void> => {
    await group.stop();
    if (isCleared) messages.remove(() => true);
    group = await startWith(settings);
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
    restart: () => inTurn(() => replace(group.settings(), true)),
    stop: () => inTurn(() => group.stop()),
  };
}
