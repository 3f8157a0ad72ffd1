/** Words of the summary at a time of day. */
export const summary = {
  /** The state in its first line. */
  status: '告警简报',
  /** The parts of its title. */
  allWell: '一切正常',
  inAlarm: (n: number): string => `${n} 个告警中`,
  withoutData: (n: number): string => `${n} 个告警后无数据`,
  unreadRegions: (n: number): string => `${n} 个区域未读`,
  parkedMessages: (n: number): string => `${n} 条消息未发出`,
  parkedUnread: '死信队列未读',
  stillSilenced: (n: number): string => `静默中 ${n} 个告警`,
  /** An alarm in ALARM: its name, since when, how long. */
  open: (title: string, since: string, duration: string): string => `${title}，${since} 起，已 ${duration}`,
  /** After that: it was in ALARM, and measures nothing any more. */
  noData: (since: string): string => `，${since} 起无数据`,
  /** After the alarms that are named. */
  others: (n: number): string => `另有 ${n} 个告警中`,
  othersWithoutData: (n: number): string => `另有 ${n} 个告警后无数据`,
  /** A region that could not be read, and AWS's word for the reason. */
  unread: (region: string, reason: string): string => `${region} 未读，那里的告警不详（${reason}）`,
  parked: (n: number): string => `${n} 条消息未能发送，在死信队列里（找回：npm run replay -- --queue dead）`,
  parkedReason: (reason: string): string => `死信队列未读，有没有未发出的消息不详（${reason}）`,
  /** The people on call: by rota. */
  onCall: (duties: string): string => `值班：${duties}`,
  duty: (name: string, who: string, later: string): string => `${name} ${who}${later && `（${later}）`}`,
  /** A change of who is on call. */
  from: (time: string, who: string): string => `${time} 起 ${who}`,
  /** The ALARMs since the last summary. */
  past: (since: string, alarms: number, times: number, duration: string): string =>
    `${since} 以来：${alarms} 个告警共 ${times} 次，累计 ${duration}`,
  quiet: (since: string): string => `${since} 以来：没有告警`,
  cut: (since: string): string => `变化过多，只读到 ${since} 之后的`,
  /** One of the noisiest. */
  noisy: (title: string, times: number, duration: string): string => `${title}：${times} 次，${duration}`,
  flaps: '反复告警',
  otherPast: (n: number): string => `其余 ${n} 个`,
  /** Alarms that are not told, and why. */
  silenced: {
    muteRule: (name: string): string => `静默规则 ${name}`,
    rule: (name: string): string => `规则“${name}”静默`,
    suppressed: (name: string): string => `${name} 被抑制`,
    actionsOff: (name: string): string => `${name} 已关闭操作`,
  },
  until: (time: string): string => `到 ${time}`,
  silencedInAlarm: (n: number): string => `${n} 个告警中`,
  otherSilences: (n: number): string => `另有 ${n} 处静默`,
  /** The regions that were read. */
  read: (regions: string): string => `已读：${regions}`,
  foreign: '其他账号的告警不在内',
};
