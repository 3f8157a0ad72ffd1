/** Words of a message that shows many notifications, one row each. */
export const digest = {
  /** Good news: of what fired while it waited, of alarms, of anything, and of any kind. */
  firedAndOver: (n: number): string => `${n} 项曾触发，已恢复`,
  alarmsRecovered: (n: number): string => `${n} 个告警已恢复`,
  recovered: (n: number): string => `${n} 项已恢复`,
  good: (n: number): string => `${n} 项已恢复或正常`,
  /** The number of rows in this message, after that of all that waits. */
  here: (n: number): string => `本条 ${n}`,
  /** After the headline of a message whose beginning is the message before. */
  continued: '（续）',
  /** After the name of what is good again, but was bad while it waited, `times` times. */
  fired: (times: number): string => (times === 1 ? '（曾触发）' : `（触发 ${times} 次）`),
  /** The first people of `all`, of whom `others` are not named. */
  people: (named: string, all: number, _others: number): string => `${named} 等 ${all} 人`,
  /** The name of the link to the list of what is still bad. */
  list: '告警列表',
  /** The heading of what belongs to no account. */
  elsewhere: '其他',
  /** The heading of a place. */
  place: (place: string): string => `【${place}】`,
};
