/** Words of what is told at a tick. */
export const watch = {
  /** The state in a reminder's first line. */
  stillInAlarm: '仍在告警',
  /** The title of a reminder of one alarm: its name, and how long. */
  one: (name: string, duration: string): string => `${name}，已 ${duration}`,
  /** The title of a reminder of several: how many, and how long the longest. */
  count: (n: number, longest: string): string => `${n} 个（最长 ${longest}）`,
  /** After how long it has been, if what kept it from being told or from calling people has just ended. */
  after: (lasting: string, ended: string): string => `${lasting}（${ended}）`,
  /** Reasons for it: the end of CloudWatch's mute, of a rule's, of quiet hours, of the time for which somebody had it. */
  ended: { window: '静默已结束', mute: '静默已结束', quiet: '安静时段已结束', taken: '处理时限已到' },
  /** The state in the first line of a message about alarms that flapped and do no longer. */
  settledNow: '反复告警已停',
  /** The title of several such. */
  countSettled: (n: number): string => `${n} 个`,
  /** The state of one, how long it has had it, and how often it was in ALARM before, in so many minutes. */
  settled: (state: string, duration: string, minutes: number, count: number): string =>
    `${state}，已 ${duration}（此前 ${minutes} 分钟内告警 ${count} 次）`,
  /** The same as a row of several. */
  named: (name: string, state: string): string => `${name}：${state}`,
  /** After the alarms that a reminder names. */
  others: (n: number): string => `另有 ${n} 个`,
  /** Behind an alarm that somebody has taken: calls nobody. */
  has: (who: string): string => `，${who} 处理中`,
  /** Behind an alarm with a tag that does not count: its time is missing, or lies in the future. */
  tagWithoutTime: (who: string): string => `（标签 wecom:ack 的时间缺失或有误，仍会呼叫：${who}）`,
};
