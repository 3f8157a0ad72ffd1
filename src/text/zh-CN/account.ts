/** What an account's costs, cases, certificates and keys are told with. */
export const account = {
  /** Trusted Advisor's colours. */
  advice: {
    error: '建议立即处理',
    notice: '通知',
    ok: '正常',
    warning: '建议检查',
  },

  /** What happened to a support case. */
  case: {
    added: '已补充',
    answered: 'AWS 已回复',
    created: '已创建',
    reopened: '重新打开',
    resolved: '已解决',
    updated: '已更新',
  },

  certificate: {
    actionRequired: '续订需要处理',
    available: '可用',
    changed: '已更新',
    expired: '已过期',
    expiring: '即将过期',
    revoked: '已吊销',
  },

  key: {
    changed: '已更新',
    deleted: '已删除',
    materialExpired: '密钥材料已过期',
    rotated: '已轮换',
  },

  status: {
    belowTarget: '低于目标',
    budgetAction: '预算操作',
    costAnomaly: '成本异常',
    forecastOverBudget: '预计超支',
    overBudget: '已超支',
    overThreshold: '达到阈值',
  },

  label: {
    action: '操作',
    actual: '实际',
    budgeted: '预算',
    daysLeft: '剩余',
    days: '日期',
    expires: '到期',
    forecast: '预测',
    inUse: '使用中',
    monitor: '监控',
    rootCause: '根本原因',
    overspent: (what: string, amount: string): string => `${what} 多花 ${amount}`,
    spend: '实际花费',
    validation: '验证方式',
  },

  thing: {
    budget: '预算',
    certificate: '证书',
    certificateAuthority: '私有 CA',
    key: 'KMS 密钥',
    supportCase: '支持案例',
  },

  ofBudget: (percent: string): string => `预算的 ${percent}%`,
  overspent: (what: string, amount: string): string => `${what} 多花 ${amount}`,
  spend: (actual: string, expected: string): string => `${actual}，预期 ${expected}`,
};
