import { account } from './account.js';
import { alarm } from './alarm.js';
import { config } from './config.js';
import { data } from './data.js';
import { errcode } from './errcode.js';
import { generic } from './generic.js';
import { health } from './health.js';
import { security } from './security.js';
import { webhook } from './webhook.js';
import { workload } from './workload.js';

/** Every word a person in the group reads, in Simplified Chinese. Its shape is the rule for the other languages. */
export const zhCN = {
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

  /** The state in the first line. */
  status: {
    alarm: '告警',
    recovered: '恢复',
    ok: '正常',
    insufficientData: '数据不足',
    failed: '失败',
    succeeded: '成功',
    started: '开始',
    running: '运行中',
    stopped: '已停止',
    cancelled: '已取消',
    timedOut: '超时',
    created: '已创建',
    updated: '已更新',
    deleted: '已删除',
    notice: '通知',
    denied: '已拒绝',
    warning: '警告',
  },

  /** What a value is: `标签：值`. */
  label: {
    account: '账号',
    condition: '条件',
    current: '当前值',
    description: '说明',
    link: '详情',
    logs: '日志',
    metric: '指标',
    name: '名称',
    reason: '原因',
    region: '区域',
    resource: '资源',
    service: '服务',
    since: '时间',
    state: '状态',
    threshold: '阈值',
    time: '时间',
    topic: '主题',
    type: '类型',
  },

  /** What a thing is, before its name in a title: `构建 payment-api`. */
  thing: {
    alarm: '告警',
    event: '事件',
  },

  account,
  alarm,
  generic,
  config,
  data,
  errcode,
  health,
  security,
  webhook,
  workload,

  /** What became of a message, in a result's reason. */
  delivery: {
    network: (why: string): string => `网络错误，${why}`,
    noRobot: (name: string): string => `密钥中没有机器人“${name}”，也没有 default`,
    outOfTime: '剩余时间不足，未发送',
    partlySent: (reason: string): string => `只发出了一部分，${reason}`,
    rejected: (httpStatus: number): string => `服务器拒绝了请求，HTTP ${httpStatus}`,
    serverBusy: (httpStatus: number): string => `服务器暂时不可用，HTTP ${httpStatus}`,
    unreadable: (what: string): string => `无法解析企业微信的响应，${what}`,
  },

  phrase: {
    /** The first few of many: `i-1、i-2 等 12 个`. */
    andMore: (shown: string, total: number): string => `${shown} 等 ${total} 个`,
    /** The first line of several messages in one. */
    digest: (name: string, total: number, counts: string): string => `${name} 等 ${total} 条（${counts}）`,
    /** After what a message names when it is shown late. */
    late: (duration: string): string => `（延迟 ${duration}）`,
    everybody: '所有人',
    others: '其他',
    /** Told to the default group of another group's robot. */
    robotGone: (robot: string, errcode: number, parked: number): string =>
      `⚠️ 机器人“${robot}”已失效（${errcode}），${parked} 条消息已存入死信队列`,
    part: (number: number, of: number): string => `(${number}/${of})`,
    seeAbove: (title: string): string => `${title}，详情见上一条`,
    truncated: (size: string): string => `……（已截断，原文 ${size}）`,
    unknownPerson: (name: string): string => `@${name}（未登记）`,
    unknownRobot: (name: string): string => `⚠️ 未找到机器人“${name}”，已发到默认群`,
  },

  /** A length of time, from its largest two units. */
  duration: {
    days: (n: number): string => `${n} 天`,
    hours: (n: number): string => `${n} 小时`,
    minutes: (n: number): string => `${n} 分钟`,
    seconds: (n: number): string => `${n} 秒`,
    milliseconds: (n: number): string => `${n} 毫秒`,
  },
};
