import { digest } from './digest.js';
import { errcode } from './errcode.js';
import { status } from './status.js';

/** The words of Simplified Chinese by which a message is composed and delivered, whatever it tells: all that `deliver` loads. */
export const message = {
  locale: 'zh-CN',
  /** Between a label and its value; around an aside. */
  colon: '：',
  listSeparator: '、',
  /** Between the parts of an aside or a sentence. */
  comma: '，',
  aside: (text: string): string => `（${text}）`,

  severity: {
    critical: '紧急',
    error: '错误',
    warning: '警告',
    info: '信息',
    recovery: '恢复',
  },
  digest,
  errcode,
  status,

  /** The result of a delivery, in its reason. */
  delivery: {
    network: (why: string): string => `网络错误，${why}`,
    /** The peer's certificate is of an authority that is not known here. */
    untrusted: (why: string): string =>
      `网络错误，${why}：对方的证书不受信任；网络会拦截 TLS 时，请把其 CA 证书（PEM 文件）的路径设为环境变量 NODE_EXTRA_CA_CERTS`,
    noRobot: (name: string): string => `Secret 里没有机器人“${name}”，也没有 default`,
    confinedRobotMissing: 'Secret 里没有它的机器人，而它的令牌不能发往其他群',
    outOfTime: '剩余时间不足，未发送',
    partlySent: (reason: string): string => `只发出了一部分，${reason}`,
    rejected: (httpStatus: number): string => `服务器拒绝了请求，HTTP ${httpStatus}`,
    serverBusy: (httpStatus: number): string => `服务器暂时不可用，HTTP ${httpStatus}`,
    unreadable: (what: string): string => `无法解析企业微信的响应，${what}`,
  },

  phrase: {
    /** After the name of a list, and below the first of its elements. */
    items: (n: number): string => `${n} 项`,
    itemsInAll: (n: number): string => `等 ${n} 项`,
    /** The first few of many: `i-1、i-2 等 12 个`. */
    andMore: (shown: string, total: number): string => `${shown} 等 ${total} 个`,
    /** Replaces AWS's note about an autoshift, which may be empty. */
    autoshift: 'AWS 判断该可用区可能受损，正把流量移到其他可用区',
    /** After what a message names, if it is shown late. */
    late: (duration: string): string => `（延迟 ${duration}）`,
    /** After an alarm that stands for several of its own. */
    flaps: (minutes: number, count: number): string => `（反复告警，${minutes} 分钟内第 ${count} 次）`,
    /** After a message that may have been shown before. */
    mayBeRepeat: '（可能重复）',
    /** After a line that was meant for a robot which the secret does not have. */
    meantFor: (robot: string): string => `（原发往“${robot}”）`,
    /** Sent to the group that the parked messages were meant for. */
    parked: (count: number, names: string, reason: string): string =>
      `⚠️ ${count} 条消息未能发送，已存入死信队列：${names}。原因：${reason}。找回：npm run replay -- --queue dead`,
    /** Replaces the name of a message that cannot be read. */
    /** Of log lines that could not be decompressed, or hold no JSON. */
    unreadableLog: (reason: string): string => `日志内容无法读取（${reason}）`,
    /** Advice about a subscription that SNS could not confirm, without the link that would confirm it. */
    unconfirmedSubscription: '确认之前，这里收不到该主题的任何消息。请检查队列策略，在 SNS 控制台删除后重新创建订阅。',
    unsubscribed: '这里不再收到该主题的消息。如非本意，请在 SNS 控制台重新订阅。',
    /** After the first of many lines. */
    moreLines: (n: number): string => `另有 ${n} 行`,
    unreadableMessage: '无法读取的消息',
    /** After a number of attempts that is one. */
    notRetried: '未再重试',
    /** The place of what belongs to no region. */
    globalRegion: '全球',
    everybody: '所有人',
    /** A Spot instance is interrupted two minutes after the warning. */
    inTwoMinutes: (action: string): string => `${action}，约 2 分钟后`,
    ofBudget: (percent: string): string => `预算的 ${percent}%`,
    others: '其他',
    overspent: (what: string, amount: string): string => `${what} 多花 ${amount}`,
    /** A tag that was removed. */
    removed: (key: string): string => `${key}（已删除）`,
    /** Sent to the default group when another group's robot can no longer post. */
    robotGone: (robot: string, errcode: number, parked: number): string =>
      `⚠️ 机器人“${robot}”已失效（${errcode}），${parked} 条消息已存入死信队列`,
    part: (number: number, of: number): string => `(${number}/${of})`,
    seeAbove: (title: string): string => `${title}，详情见上一条`,
    spend: (actual: string, expected: string): string => `${actual}，预期 ${expected}`,
    truncated: (size: string): string => `……（已截断，原文 ${size}）`,
    unknownPerson: (name: string): string => `@${name}（未登记）`,
    unknownRobot: (name: string): string => `⚠️ 未找到机器人“${name}”，已发到默认群`,
    /** In a tool's own test: the people whom a real one would call. */
    wouldCall: (people: string): string => (people === '' ? '真正的告警不会通知任何人' : `真正的告警会通知：${people}`),
  },

  /** A length of time, from its largest two units. */
  duration: {
    days: (n: number): string => `${n} 天`,
    hours: (n: number): string => `${n} 小时`,
    minutes: (n: number): string => `${n} 分钟`,
    seconds: (n: number): string => `${n} 秒`,
    milliseconds: (n: number): string => `${n} 毫秒`,
  },

  /** The links of a message. */
  link: {
    page: '详情',
    logs: '日志',
  },

  /** The time for which an alarm that is over was in ALARM. */
  lasted: {
    label: '持续',
    /** In a row of many. */
    brief: (duration: string): string => `持续 ${duration}`,
    /** After that: the number of this ALARM among those of a day. */
    timesInDay: (n: number): string => `24 小时内第 ${n} 次`,
  },
};
