/** Words of CloudWatch's alarms. */
export const alarm = {
  /** `CPUUtilization（EC2，平均值，5 分钟）> 80`. */
  condition: (what: string, comparison: string, threshold: string): string =>
    `${what}${what.endsWith('）') ? '' : ' '}${comparison} ${threshold}`,
  /** A value outside the band that anomaly detection expects. */
  outsideBand: (what: string, lower: string, upper: string): string => `${what}超出预期范围 ${lower} ~ ${upper}`,
  aboveBand: (what: string, upper: string): string => `${what}高于预期上限 ${upper}`,
  belowBand: (what: string, lower: string): string => `${what}低于预期下限 ${lower}`,
  anomaly: (what: string): string => `${what}超出预期范围`,
  consecutive: (n: number): string => `连续 ${n} 个数据点`,
  outOf: (count: number, of: number): string => `最近 ${of} 个数据点中有 ${count} 个`,
  earlier: (values: string): string => `此前 ${values}`,
  contributors: (count: number, of: number): string => `${of} 个时间序列中有 ${count} 个告警`,
  noData: (periods: number): string => `连续 ${periods} 个周期没有数据`,
  missing: (count: number): string => `缺少 ${count} 个数据点`,
  treatedAs: {
    breaching: '缺失按超限计',
    nonBreaching: '缺失按正常计',
  },
  /** In a row of many: the number of a composite alarm's children, and of an alarm's time series, in ALARM. */
  childCount: (n: number): string => `${n} 个子告警`,
  series: (count: number, of: number): string => `${count}/${of} 个序列`,
  /** The kind of trouble, after the service it befell: `RDS 磁盘`. */
  trouble: {
    backlog: '积压',
    composite: '复合告警',
    connections: '连接数',
    cpu: 'CPU',
    credits: '积分',
    disk: '磁盘',
    errors: '错误',
    fourXx: '4xx',
    fiveXx: '5xx',
    health: '健康检查',
    latency: '延迟',
    log: '日志',
    memory: '内存',
    network: '网络',
    replication: '复制延迟',
    throttles: '限流',
  },
  /** A setting of an alarm that was changed. */
  change: (before: string, after: string): string => `${before} → ${after}`,
  /** The last line of an alarm's description has a word that means nothing. */
  mistakeInDescription: '⚠ 描述末行有误',
  statistic: {
    average: '平均值',
    maximum: '最大值',
    minimum: '最小值',
    samplecount: '样本数',
    sum: '总和',
  },
  /** The label of the link by which a person takes an alarm. */
  takeIt: '我来处理',
};
