/** The reasons for which an alarm cannot be told at a moment, or its people not be called. */
export type Hold =
  /** It is not in ALARM for now, which ends no trouble. */
  | 'pause'
  /** A mute rule of CloudWatch's silences it. */
  | 'window'
  /** Its rule is muted. */
  | 'mute'
  /** Its rule has quiet hours. */
  | 'quiet'
  /** Somebody has it. */
  | 'taken';

/** How much is told at a moment: nothing, the alarm without its calls, or both. */
export const REACH = { pause: 0, window: 0, mute: 0, quiet: 1, taken: 1 } as const satisfies Record<Hold, number>;

/** Returns how much is told at a moment, by what holds it back then. */
export function reachOf(hold: Hold | undefined): number {
  return hold ? REACH[hold] : 2;
}
