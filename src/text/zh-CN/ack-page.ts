/** Words of the page on which an alarm is taken, and of what its group then reads. Loaded with the page only. */
export const ackPage = {
  inAlarm: (duration: string): string => `告警中，已 ${duration}`,
  /** The person who has it, since when and until when. */
  holder: (who: string, since: string, until: string): string => `${who} 处理中（${since} 起，${until}）`,
  untilOver: '直到恢复',
  until: (time: string): string => `到 ${time}`,
  whose: '点一下你的名字',
  whoseNext: '换人处理：点一下你的名字',
  yourName: '你的名字',
  otherName: '其他人的名字',
  takeIt: '我来处理',
  takeOver: '我来接手',
  howLong: '处理多久',
  /** The choices of how long, by how a tag says it; the empty one is until the alarm is over. */
  durations: { '1h': '1 小时', '4h': '4 小时', '': '直到恢复' },
  effect: '之后，这次告警的提醒会写明谁在处理，不再呼叫任何人；到时间还没有恢复，会重新呼叫。',
  /** After the form was sent. */
  taken: (who: string, until: string): string => `${who} 处理中，${until}`,
  told: '已记下，群里会看到。',
  notTold: '已记下，但没能通知群里：请自己在群里说一声。',
  nameMissing: '先写上名字（文字或数字）。',
  invalid: ['链接无效', '链接不完整，或者令牌已经更换。请用最新一条消息里的链接，或者运行 npm run ack。'],
  expired: ['链接已过期', '链接只在一天内有效。请用最新一次提醒里的链接，或者运行 npm run ack。'],
  recovered: (time: string): readonly string[] => ['已经恢复', `${time} 已恢复，没有要处理的了。`],
  again: (time: string): readonly string[] => ['那一次已经结束', `${time} 又开始了新的一次：请用那条消息里的链接。`],
  deleted: ['告警已删除', '这个告警已经不存在了，没有要处理的了。'],
  notInAlarm: ['不在告警中', '这个告警已恢复、没有数据，或者已被删除。'],
  unreadable: ['现在读不到告警', '稍后再点一次；或者运行 npm run ack，或者在控制台给告警加标签 wecom:ack。'],
  notSet: [
    '没能记下',
    '标签 wecom:ack 没能写入：权限不足、请求太多，或者标签已满。群里没有收到通知。稍后再试；或者运行 npm run ack，或者在控制台加标签。',
  ],
  /** The state in the first line of what the group reads. */
  beingHandled: '处理中',
  /** The line that the group reads. */
  groupLine: (who: string, until: string, before: string): string =>
    `${who} 来处理，${until}${before === '' ? '' : `（之前：${before}）`}`,
};
