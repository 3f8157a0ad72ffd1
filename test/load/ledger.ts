import { parseObject } from '../../src/base/json.js';

/** One notification for one robot. Its token (`#0042`) stands in its text, and is looked for in what the group shows. */
export interface Sent {
  readonly robot: string;
  readonly token: string;
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
}

/** A message that a group shows. */
export interface Shown {
  readonly robot: string;
  readonly text: string;
  readonly at: number;
  /** The answer that says so did not reach the sender. */
  readonly isUnanswered: boolean;
  /** It calls people. */
  readonly calls: boolean;
}

/** Messages in the hands of a consumer that died, or in the dead-letter queue. */
export interface Held {
  readonly robot: string;
  readonly text: string;
}

export interface Ledger {
  readonly sent: readonly Sent[];
  readonly shown: readonly Shown[];
  /** Of every batch whose consumer died. */
  readonly died: readonly Held[];
  readonly parked: readonly Held[];
}

/** What became of everything that was sent. */
export interface Balance {
  readonly sent: number;
  /** Of these shown at least once. */
  readonly shown: number;
  /** Neither shown nor parked. */
  readonly lost: readonly string[];
  readonly parked: number;
  /** Shown more than once, for any reason. */
  readonly twice: number;
  /** How often the message shown most often was shown, and how often people were called for one message at most. */
  readonly mostShown: number;
  readonly mostCalls: number;
  /** Shown more than once because no answer came, or because the consumer died before it could delete the message. */
  readonly twiceUnanswered: number;
  readonly twiceDied: number;
  /** Shown more than once for no such reason. */
  readonly twiceUnexplained: readonly string[];
  /** WeCom messages that held at least one of them. */
  readonly messages: number;
  /** From the first that happened to the last that was shown, milliseconds. */
  readonly drainMs: number;
}

/** What a row of the table says. */
export interface Figures extends Balance {
  /** Attempts that WeCom answered with 45009 or 45033. */
  readonly limited: number;
  /** Most attempts of one robot in any minute: messages, notices and probes. */
  readonly fastest: number;
}

const TOKEN = /#\d{4}/g;

/** Every token in a text, once: a merged message may name its worst twice. */
export function tokensIn(text: string): readonly string[] {
  return [...new Set(text.match(TOKEN) ?? [])];
}

/** The text of a queue message: what its notification says. */
export function textOfBody(body: string): string {
  return JSON.stringify(parseObject(body)?.['notification'] ?? body);
}

/** The text of a posted message, whatever its kind. */
export function textOfMessage(message: object): string {
  return JSON.stringify(message);
}

const keyOf = (robot: string, token: string): string => `${robot} ${token}`;

function count(held: readonly { readonly robot: string; readonly text: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { robot, text } of held) {
    for (const token of tokensIn(text)) counts.set(keyOf(robot, token), (counts.get(keyOf(robot, token)) ?? 0) + 1);
  }
  return counts;
}

/** Balances what was sent against what the groups show and the dead-letter queue holds. */
export function balance({ sent, shown, died, parked }: Ledger): Balance {
  const keys = [...new Set(sent.map(({ robot, token }) => keyOf(robot, token)))];
  const counted = {
    shown: count(shown),
    unanswered: count(shown.filter((one) => one.isUnanswered)),
    died: count(died),
    calls: count(shown.filter((one) => one.calls)),
    parked: count(parked),
  };
  const of = (name: keyof typeof counted, key: string): number => counted[name].get(key) ?? 0;
  const again = keys
    .filter((key) => of('shown', key) > 1)
    .map((key) => {
      const extra = of('shown', key) - 1;
      const unanswered = Math.min(extra, of('unanswered', key));
      return { key, unanswered, died: Math.min(extra - unanswered, of('died', key)), extra };
    });
  const ours = shown.filter(({ text }) => tokensIn(text).length > 0);
  return {
    sent: keys.length,
    shown: keys.filter((key) => of('shown', key) > 0).length,
    lost: keys.filter((key) => of('shown', key) + of('parked', key) === 0),
    parked: keys.filter((key) => of('parked', key) > 0).length,
    twice: again.length,
    mostShown: Math.max(0, ...keys.map((key) => of('shown', key))),
    mostCalls: Math.max(0, ...keys.map((key) => of('calls', key))),
    twiceUnanswered: again.filter(({ unanswered }) => unanswered > 0).length,
    twiceDied: again.filter(({ died: count }) => count > 0).length,
    twiceUnexplained: again.filter((one) => one.extra > one.unanswered + one.died).map(({ key }) => key),
    messages: ours.length,
    drainMs: Math.max(0, Math.max(0, ...ours.map(({ at }) => at)) - Math.min(...sent.map(({ at }) => at))),
  };
}

/** When each message was first shown, milliseconds after it happened, in the order sent; without those never shown. */
export function delaysOf({ sent, shown }: Pick<Ledger, 'sent' | 'shown'>): readonly number[] {
  return sent.flatMap(({ robot, token, at }) => {
    const first = shown.find((one) => one.robot === robot && tokensIn(one.text).includes(token));
    return first ? [first.at - at] : [];
  });
}

/** Most calls of one robot in any 60 seconds. `times` are milliseconds, ascending. */
export function fastestMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((start, index) => times.slice(index).filter((at) => at < start + 60_000).length));
}
