/** What AWS Health's events are told with, named as its dashboard names them. */
export const health = {
  /** The kind of event, in the first line. */
  status: {
    abuse: '滥用举报',
    accountNotification: '账户通知',
    done: '已完成',
    investigation: '调查中',
    issue: '服务故障',
    recovered: '已恢复',
    risk: '安全风险',
    scheduledChange: '计划变更',
  },
  label: {
    action: '需要处理',
    ends: '结束',
    page: '分页',
    starts: '开始',
  },
  actionRequired: '是',
  actionMaybe: '视情况而定',
  /** The event type code without `AWS_<SERVICE>_`, where it is one that most services use. */
  code: {
    API_ISSUE: 'API 故障',
    BILLING_NOTIFICATION: '账单通知',
    BILLING_SUSPENSION_NOTICE: '欠费停用通知',
    CREDENTIALS_EXPOSED: '访问密钥泄露',
    CREDENTIALS_EXPOSURE_SUSPECTED: '访问密钥疑似泄露',
    DOS_REPORT: '被举报发起拒绝服务攻击',
    INSTANCE_REBOOT_MAINTENANCE_SCHEDULED: '实例计划重启',
    INSTANCE_RETIREMENT_SCHEDULED: '实例计划停用',
    MAINTENANCE_SCHEDULED: '计划维护',
    OPERATIONAL_ISSUE: '运行故障',
    OPERATIONAL_NOTIFICATION: '运行通知',
    PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED: '实例计划停用',
    PLANNED_LIFECYCLE_EVENT: '计划生命周期事件',
    RENEWAL_FAILURE: '证书续订失败',
    RENEWAL_STATE_CHANGE: '证书续订状态变更',
    SECURITY_NOTIFICATION: '安全通知',
    SYSTEM_MAINTENANCE_EVENT: '系统维护',
  },
};
