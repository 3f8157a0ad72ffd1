import type { Severity } from '../../domain/severity.js';

/** The states that words tell, named as `text/` names the words that are shown for them. */
export type Standing =
  | 'alarm'
  | 'cancelled'
  | 'closed'
  | 'completed'
  | 'created'
  | 'deleted'
  | 'deleting'
  | 'denied'
  | 'failed'
  | 'failedOver'
  | 'failover'
  | 'lagging'
  | 'lowStorage'
  | 'maintenance'
  | 'merged'
  | 'notice'
  | 'ok'
  | 'partial'
  | 'recovered'
  | 'recovering'
  | 'restarted'
  | 'restarting'
  | 'running'
  | 'started'
  | 'stopped'
  | 'stopping'
  | 'succeeded'
  | 'suppressed'
  | 'timedOut'
  | 'unavailable'
  | 'unhealthy'
  | 'updated'
  | 'waiting'
  | 'warning';

/**
 * The part a word plays among others: `bad`, `poor` and `good` are verdicts, `cured` is the end of something bad, `over` says only
 * that something ended, `off` that something does not run, `open` that it waits for somebody, which is trouble if it is an alert,
 * `going` anything else that can happen.
 */
export type Kind = 'bad' | 'poor' | 'good' | 'cured' | 'over' | 'closed' | 'off' | 'open' | 'going';

/** The meaning of a word. */
export interface Meaning {
  readonly standing: Standing;
  readonly severity: Severity;
  readonly kind: Kind;
  /** 0 is the worst: of several words in one state the lowest rank counts, so `UPDATE_ROLLBACK_COMPLETE` went wrong. */
  readonly rank: number;
  /** True if it counts only as the whole of a value, or as the last word of an event's name: `up`, `alarm`. */
  readonly alone: boolean;
}

/** A row of the vocabulary. Words of more than one token are joined by `+`, two that may
 * stand apart by `*`; `alone` are those that count only by themselves. */
export interface VocabularyRow {
  readonly standing: Standing;
  readonly severity: Severity;
  readonly kind: Kind;
  readonly words: string;
  readonly alone?: string;
}

/** The vocabulary, the worst first. The only list of words for good and bad: a test finds no other in `src/`. */
export const ROWS: readonly VocabularyRow[] = [
  {
    standing: 'alarm',
    severity: 'critical',
    kind: 'bad',
    words: '特别严重 灾难',
    alone: 'critical crit emergency emerg fatal disaster catastrophic panic 紧急 严重 致命 特急 危急',
  },
  {
    standing: 'alarm',
    severity: 'error',
    kind: 'bad',
    words: 'firing in+alarm 告警中 报警中 未恢复',
    alone: 'alarm alert alerting alerted problem triggered major severe 告警 报警 触发 已触发 发生 故障中',
  },
  {
    standing: 'failedOver',
    severity: 'recovery',
    kind: 'good',
    words:
      'failover+complete failover+completed failover+is+complete failover+finished completed+failover finished+failover failover+succeeded 故障转移完成 主备切换完成',
  },
  {
    standing: 'recovered',
    severity: 'recovery',
    kind: 'cured',
    words:
      'recovery*complete recovery*completed recovery*finished recovered+from back+online back+to+normal come+up came+up',
  },
  { standing: 'succeeded', severity: 'recovery', kind: 'good', words: 'full+load+only+finished' },
  {
    standing: 'lowStorage',
    severity: 'error',
    kind: 'bad',
    words:
      'storage*exhausted storage*low storage*full storage*maximum storage*out maximum*storage disk+full storage+full low+storage storage+low disk+quota+exceeded no+space+left enospc out+of+disk maximum+storage 磁盘满 磁盘已满 磁盘写满 空间不足 磁盘不足 存储不足 空间耗尽',
  },
  {
    standing: 'timedOut',
    severity: 'error',
    kind: 'bad',
    words: 'timeout timeouts timedout time+out timed+out etimedout 超时',
  },
  {
    standing: 'denied',
    severity: 'error',
    kind: 'bad',
    words:
      'denied auth+failure authfailure not+authorized not+authorised invalid+client+token signature+does+not+match unauthorized unauthorised deauthorized deauthorised forbidden reject rejected rejection refused declined 拒绝 被拒 拒付 未授权 无权限 驳回',
  },
  {
    standing: 'failed',
    severity: 'error',
    kind: 'bad',
    words:
      'fail fails failed failing failure failures fault faults faulty faulted error errors errored err unhealthy breach breached breaching unsuccessful unsuccessfully crash crashes crashed crashing crashloop crashloopbackoff broken corrupt corrupted corruption exception exceptions rollback rolledback rollingback roll+back rolled+back rolling+back unable+to could+not can+not cannot incompatible infected compromised overheated traceback deadlock 失败 错误 异常 故障 出错 报错 崩溃 宕机 挂掉 挂了 回滚 回退 不健康 损坏 无法 不合格 不通过 中断 失效 泄露 入侵 被盗 瘫痪 死锁 卡死 欠费',
    alone: 'down red bad ng nok ko dead fired 坏 差',
  },
  {
    standing: 'unavailable',
    severity: 'error',
    kind: 'bad',
    words:
      'unreachable offline unavailable disconnected inaccessible unresponsive not+responding no+response connection+lost lost+connection connection+refused reset+by+peer econnrefused econnreset on+battery oom oomkilled oom+killed out+of+memory back+off backoff imagepullbackoff errimagepull outage 不可用 不可达 离线 掉线 断开 断线 断连 断网 断电 掉电 失联 连不上 无响应 内存溢出 停机',
    alone: 'lost missing',
  },
  {
    standing: 'failover',
    severity: 'warning',
    kind: 'poor',
    words: 'failover failing+over failed+over fail+over 故障转移 主备切换 主从切换',
  },
  {
    standing: 'stopped',
    severity: 'error',
    kind: 'bad',
    words:
      'replication+stopped replication+has+stopped replication+has+been+stopped replication+terminated replication+has+been+terminated',
  },
  {
    standing: 'lagging',
    severity: 'warning',
    kind: 'poor',
    words: 'fallen+behind replica+lag falling+behind lagging 复制延迟 主从延迟',
  },
  { standing: 'stopping', severity: 'warning', kind: 'off', words: 'being+stopped began+shutdown' },
  { standing: 'deleting', severity: 'info', kind: 'going', words: 'being+deleted' },
  {
    standing: 'restarting',
    severity: 'warning',
    kind: 'poor',
    words:
      'began+restart began+a+restart began+restarting restart+began restart+started restart+initiated started+restart being+restarted restarting began+reboot reboot+started reboot+initiated being+rebooted rebooting 重启中 正在重启',
  },
  {
    standing: 'restarted',
    severity: 'warning',
    kind: 'poor',
    words: 'restart restarted restarts reboot rebooted 重启',
  },
  {
    standing: 'recovering',
    severity: 'warning',
    kind: 'poor',
    words: 'recovery*started recovery*progress recovering 恢复中 修复中 解决中',
  },
  {
    standing: 'warning',
    severity: 'warning',
    kind: 'poor',
    words:
      'noncompliant non+compliant invalid incorrect wrong degraded degrading degradation impaired impairment stalled warn warning warnings expired expiring expire expires throttled throttling throttle aborted abort aborting interrupted interruption interrupting suspended suspend revoked revoke exceeded exceeds exceed exceeding nodata no+data insufficient insufficient+data insufficient+capacity stuck hung overdue delayed unstable inconclusive incomplete low+on critically+low running+low is+low evicted overloaded saturated flapping mismatch drifted skewed exhausted unknown limit+approaching violation violated suspicious leaked bounced escalated at+risk missed sla+miss with+issues dispute disputed chargeback fraudulent attack attacked spike spiking anomaly anomalies past+due unexpectedly abnormally prematurely not+found no+such flappingstart memory+pressure disk+pressure pid+pressure above*threshold below*threshold outside*threshold 警告 预警 过期 到期 降级 限流 卡住 阻塞 积压 堆积 不足 超限 超过 超出 逾期 不合规 不稳定 波动 抖动 延迟 延误 挂起 偏高 过高 过低 偏低 飙升 激增 骤降 暴涨 耗尽 将满 差异 不一致 不匹配 缺失 丢失 丢包 重试 投诉 可疑 违规 泄漏 攻击 突增 突降 仅剩 打满 熔断 堵塞 越限 漏水 意外结束 意外终止 意外退出 中途结束 强制结束 强制终止 强制退出 未找到 找不到 未完成 未响应 未确认 滞后 滞留',
    alone:
      'blocked amber yellow orange minor moderate high abnormal trouble expiry expiration retry retrying full behind late 未知 高 满',
  },
  {
    standing: 'partial',
    severity: 'warning',
    kind: 'poor',
    words: 'partially+failed partial+failure partially partial 部分失败 部分成功 部分完成',
  },
  {
    standing: 'maintenance',
    severity: 'info',
    kind: 'going',
    words: 'maintenance patch patching upgrade upgrading service+update 维护 升级中',
  },
  {
    standing: 'running',
    severity: 'info',
    kind: 'going',
    words: 'creating deleting modifying provisioning stopping terminating updating 创建中 删除中 更新中',
  },
  {
    standing: 'cancelled',
    severity: 'info',
    kind: 'going',
    words: 'cancel cancelled canceled cancelling canceling cancellation superseded skipped 取消 撤销 跳过',
  },
  {
    standing: 'deleted',
    severity: 'info',
    kind: 'going',
    words: 'deleted deletion remove removed removal removing terminate terminated termination 删除 移除 下线',
  },
  {
    standing: 'suppressed',
    severity: 'info',
    kind: 'going',
    words:
      'suppressed silenced muted ignored acknowledged acked acknowledgement acknowledge downtimestart snoozed 抑制 静默 屏蔽 忽略 认领',
  },
  {
    standing: 'stopped',
    severity: 'warning',
    kind: 'off',
    words:
      'stop stops stopped shutdown shut+down deactivated inactive disable disabled paused halted 停止 停用 禁用 暂停 中止 终止',
    alone: 'kill killed',
  },
  {
    standing: 'recovered',
    severity: 'recovery',
    kind: 'cured',
    words:
      'recovered recovers resolved resolves resolve cleared fixed restored resumed mitigated remediated 恢复 解除 消除 已解决 修复 复位 消警',
    alone: 'recovery clear resolution 解决',
  },
  {
    standing: 'succeeded',
    severity: 'recovery',
    kind: 'good',
    words:
      'succeed succeeds succeeded success successful successfully passed passing healthy compliant approved authorized authorised delivered paid 成功 通过 合格 合规 无误 一致 送达 已支付',
    alone: 'pass green stable fresh',
  },
  {
    standing: 'ok',
    severity: 'recovery',
    kind: 'good',
    words: 'okay reachable online operational 正常 健康 在线 良好 就绪 无异常',
    alone: 'ok normal up good fine ready available alive connected synced ok 可用',
  },
  {
    standing: 'succeeded',
    severity: 'recovery',
    kind: 'over',
    words: 'complete completed completes completion finish finished finishes 完成 完毕 结束',
    alone: 'done ended end',
  },
  { standing: 'merged', severity: 'info', kind: 'closed', words: 'merged 合并', alone: '已合并' },
  { standing: 'closed', severity: 'info', kind: 'closed', words: 'closed 已关闭 已关', alone: 'close 关闭' },
  {
    standing: 'waiting',
    severity: 'info',
    kind: 'going',
    words: 'pending+approval awaiting+approval waiting+for queued 等待 排队 待处理 待审批',
    alone: 'waiting scheduled',
  },
  { standing: 'running', severity: 'info', kind: 'open', words: '', alone: 'open opened reopened 打开' },
  { standing: 'notice', severity: 'info', kind: 'open', words: '', alone: 'new' },
  {
    standing: 'running',
    severity: 'info',
    kind: 'going',
    words: 'in+progress inprogress running ongoing active activated processing executing 运行 进行中 执行中 处理中',
    alone: 'assigned',
  },
  {
    standing: 'started',
    severity: 'info',
    kind: 'going',
    words:
      'start starts started starting launch launched launching initiated initiate initiating initialized submitted pending backing+up 开始 启动 提交',
  },
  { standing: 'created', severity: 'info', kind: 'going', words: 'create created creation 创建 新建 新增' },
  {
    standing: 'updated',
    severity: 'info',
    kind: 'going',
    words: 'update updated updates modify modified modification change changed changes 更新 修改 变更 调整',
  },
];

/** The rank of a warning that any trouble in the same text outweighs, and that outweighs single words of good news. */
export const LEAST_TROUBLE = ROWS.findLastIndex(({ kind }) => kind === 'poor') + 0.5;

/** Words that hold a word of the vocabulary and mean something else: they count for nothing. */
export const HARMLESS =
  'scale+down scaled+down scaling+down scales+down cool+down count+down step+down tear+down torn+down drill+down break+down slow+down mark+down down+to down+from alert+manager alarm+clock error+rate failure+rate error+budget failure+mode error+code error+handling error+handler timeout+seconds timeout+ms rollback+plan restart+policy change+log up+to sign+up set+up follow+up start+up pick+up warm+up health+check disaster+recovery recovery+point problem+solved full+load anomaly+detection threshold+policy success+rate upgrade+available 失败率 错误率 异常率 成功率 错误码 异常检测 异常登录检测 告警规则 报警规则 告警策略 故障演练 故障注入 超时时间 重试策略 变更单 更新日志 恢复演练 恢复点 恢复时间 恢复计划 恢复方案 恢复进度 修复方案 修复建议 修复时间 修复版本 修复进度 解决方案 完成时间 完成情况 结束时间 启动子 无法律 满意 满减 满足 圆满 高级 高效 高可用 提高 高峰 高清 差评 完成率 完成度 正常率 不中断 零中断 通过率 严重程度 紧急程度 回滚方案 启动会 高考';
