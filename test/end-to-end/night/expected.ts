/** What a group reads: the alarm, its recovery, what is told again, or the state after flapping. */
export type Kind = '🔴' | '🟠' | '🟢' | '⏰';

/** A row of the table: when, which group, what, of which alarms, and who is called. */
export type Expected = readonly [clock: string, robot: string, kind: Kind, alarms: string, called: string];

/**
 * The night by its rules (`routes.yml`) and plot (`plot.ts`), worked out by hand: who is called when. A step is told at the first tick
 * after its time; ticks come five seconds after their time unless the plot says otherwise.
 */
export const EXPECTED: readonly Expected[] = [
  ['23:40', 'dba', '🔴', 'db-orders-P1', '赵云'], // the worst is let through the quiet hours
  ['00:15', 'dba', '⏰', 'db-orders-P1', '赵云 孙权'], // 30m at 00:10; this tick comes three times
  ['00:20', 'dba', '🟠', 'db-backup-P3', ''], // quiet hours
  ['00:30', 'default', '🟠', 'report-daily-P3', ''], // never again: only the summary tells it
  // 00:55: the 30m of db-backup-P3 at 00:50 is lost, as its tick comes too late
  ['01:00', 'default', '🔴', 'web-1', '赵敏'],
  ['01:07', 'default', '🔴', 'pay-5xx', '王芳'],
  ['01:08', 'default', '🟢', 'web-1', ''],
  ['01:29', 'default', '⏰', 'pay-5xx', '王芳'], // 15m at 01:22; the tick of 01:25 comes late
  ['01:41', 'default', '⏰', 'pay-5xx', '王芳 李雷'], // 30m at 01:37; the tick of 01:40 is repeated
  ['02:00', 'default', '⏰', 'release-canary', '赵敏'], // its mute ends at 02:00
  ['02:10', 'default', '⏰', 'pay-5xx', '王芳 李雷 周瑜'], // 1h at 02:07: the third level
  ['02:30', 'default', '🔴', 'pay-refund', '王芳'],
  ['02:35', 'default', '⏰', 'release-canary', '赵敏'], // 1h by default at 02:30
  ['02:40', 'default', '🟢', 'release-canary', ''],
  ['02:50', 'default', '⏰', 'pay-refund', '王芳'], // 15m at 02:45, then 李雷 takes it
  ['03:00', 'default', '🔴', 'orders-queue', '赵敏'],
  ['03:00', 'default', '🟢', 'orders-queue', ''],
  ['03:01', 'default', '🔴', 'orders-queue', '赵敏'],
  ['03:02', 'default', '🟢', 'orders-queue', ''],
  ['03:02', 'default', '🔴', 'orders-queue', ''], // the third: it flaps
  ['03:05', 'default', '⏰', 'pay-refund', ''], // 30m at 03:00: taken
  ['03:10', 'default', '⏰', 'orders-queue', ''], // OK since 03:04:40; who withheld it was killed
  ['03:30', 'dba', '🔴', 'db-replica-P1', '赵云'],
  ['03:35', 'default', '⏰', 'pay-refund', ''], // 1h at 03:30: taken
  ['04:00', 'default', '🔴', 'web-2', '赵敏'],
  ['04:00', 'default', '⏰', 'pay-refund', '王芳 李雷 周瑜'], // 李雷 had it until 03:51, which is looked for at 04:00
  ['04:02', 'default', '🔴', 'checkout', '赵敏'],
  ['04:10', 'default', '🟢', 'pay-refund', ''],
  // 04:05: the 30m of db-replica-P1 at 04:00 falls in a mute of CloudWatch's
  ['04:25', 'dba', '⏰', 'db-replica-P1', '赵云 孙权'], // it ended at 04:20, and its rule may be active for a minute more
  ['04:40', 'dba', '🟢', 'db-replica-P1', ''],
  ['05:05', 'default', '⏰', 'checkout web-2', '赵敏'], // 1h by default at 05:00 and 05:02: one message
  ['05:28', 'default', '🟢', 'checkout', ''],
  ['05:30', 'default', '🟢', 'web-2', ''],
  // 06:10: the 4h of pay-5xx at 06:07 are lost, as CloudWatch denies every try
  ['08:00', 'dba', '⏰', 'db-backup-P3', '赵云 孙权'], // its quiet hours end at 08:00, with the step passed
  ['08:20', 'default', '🟢', 'pay-5xx', ''],
];
