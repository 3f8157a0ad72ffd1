import { DEFAULT_ROBOT } from '../domain/robot-name.js';
import { DAY_MINUTES, localTimeAt, momentOf } from './local-time.js';
import { onCallAt } from './on-call.js';
import { quietsOf } from './quiet-hours.js';
import type { Rotate, Routes, Rule } from './rule.js';

const DAY_MS = 86_400_000;

/** The people on call by one rota, now and after the changes of a day. */
export interface Duty {
  /** The name of the rota, or of the rule that has one of its own. */
  readonly name: string;
  /** Names of the secret's people, or mobiles. */
  readonly who: readonly string[];
  /** The changes within 24 hours, milliseconds since 1970. */
  readonly later: readonly { readonly at: number; readonly who: readonly string[] }[];
}

/**
 * Returns those on call for one robot: by the rotas that the rules for it name.
 * @param now milliseconds since 1970.
 * @param timeZone the zone of rotas that name none.
 */
export function dutiesOf({ rules, rotas = {} }: Routes, robot: string, now: number, timeZone: string): readonly Duty[] {
  const ours = rules.filter((rule) => !rule.drop && (rule.robots ?? [DEFAULT_ROBOT]).includes(robot));
  const named = new Set(ours.flatMap(rotasNamedBy));
  return [
    ...Object.entries(rotas).filter(([name]) => named.has(name)),
    ...ours.flatMap(({ name, rotate }) => (rotate ? [[name, rotate] as const] : [])),
  ].map(([name, rotate]) => {
    const who = onCallAt(rotate, now, timeZone);
    return { name, who, later: changesOf(rotate, who, now, timeZone) };
  });
}

function rotasNamedBy({ rota = [], quiet, remind = [] }: Rule): readonly string[] {
  const called = [...quietsOf(quiet), ...remind].flatMap(({ call }) => call?.rotas ?? []);
  return [...rota, ...called];
}

/** Returns the changes of who is on call within a day: at a hand-over, and where an override begins or ends. */
function changesOf(rotate: Rotate, first: readonly string[], now: number, timeZone: string): Duty['later'] {
  const zone = rotate.timeZone ?? timeZone;
  const { day } = localTimeAt(now, zone);
  const minutes = [
    ...[day, day + 1].map((one) => one * DAY_MINUTES + rotate.handOver),
    ...(rotate.overrides ?? []).flatMap(({ from, to }) => [from, to]),
  ];
  const moments = minutes.map((minute) => momentOf(minute, zone)).filter((at) => at > now && at < now + DAY_MS);
  let before = first;
  return [...new Set(moments)]
    .toSorted((one, other) => one - other)
    .flatMap((at) => {
      const who = onCallAt(rotate, at, timeZone);
      const isSame = who.join('\n') === before.join('\n');
      before = who;
      return isSame ? [] : [{ at, who }];
    });
}
