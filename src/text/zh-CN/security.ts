/** What findings, sign-ins and API calls are told with. */
export const security = {
  /** How bad a finding is, as AWS grades it. */
  grade: {
    critical: '严重',
    high: '高危',
    medium: '中危',
    low: '低危',
    informational: '提示',
  },

  /** What became of a finding, an access, a scan. */
  status: {
    archived: '已存档',
    crossAccount: '外部访问',
    internalAccess: '内部访问',
    malware: '发现恶意软件',
    noMfa: '未用 MFA',
    noThreats: '未发现威胁',
    notScanned: '未扫描',
    publicAccess: '公开访问',
    resolved: '已解决',
    root: 'root 操作',
    sensitive: '敏感操作',
    suppressed: '已抑制',
    unhealthy: '异常',
    unusedAccess: '未使用的访问',
  },

  label: {
    access: '权限',
    actor: '操作者',
    api: 'API',
    bucketAccess: '存储桶访问',
    connection: '连接',
    count: '次数',
    customAction: '自定义操作',
    domain: '域名',
    error: '错误',
    event: '事件',
    exploit: '已有利用方式',
    findings: '发现',
    firstSeen: '首次发现',
    fix: '修复版本',
    fixable: '可修复',
    from: '原身份',
    lastSeen: '最近发现',
    mfa: 'MFA',
    object: '对象',
    others: '另有',
    port: '开放端口',
    principal: '授权给',
    rate: '频率',
    remoteIp: '远端 IP',
    remedy: '修复建议',
    role: '角色',
    rule: '编号',
    score: '评分',
    sensitiveData: '敏感数据',
    signals: '信号',
    sourceIp: '来源 IP',
    threats: '威胁',
    unused: '未使用',
  },

  /** What a title calls the thing. */
  thing: {
    apiCall: 'API 调用',
    apiInsight: 'API 活动异常',
    assessmentRun: '安全评估',
    autoEnable: '自动启用',
    coverage: '扫描覆盖',
    malwareProtection: 'S3 恶意软件防护',
    malwareScan: '恶意软件扫描',
    runtimeProtection: '运行时监控',
    scan: '漏洞扫描',
    serviceEvent: '服务事件',
  },

  /** What somebody did at the console's door. */
  signIn: {
    consoleLogin: '登录控制台',
    passwordRecovered: '重置了密码',
    passwordRecovery: '申请重置密码',
    passwordUpdated: '修改了密码',
    switchRole: '切换角色',
  },

  answer: {
    no: '否',
    partly: '部分',
    yes: '是',
  },

  phrase: {
    findings: (total: number): string => `${total} 项`,
    mfaUsed: '已使用',
    signals: (signals: number, resources: number): string => `${signals} 个，涉及 ${resources} 个资源`,
  },

  /** What GuardDuty's finding types begin with: what the attacker is after. */
  purpose: {
    AttackSequence: '攻击序列',
    Backdoor: '后门',
    Behavior: '异常行为',
    CredentialAccess: '窃取凭证',
    CryptoCurrency: '加密货币挖矿',
    DefenseEvasion: '规避防御',
    Discovery: '探测',
    Execution: '执行恶意代码',
    Exfiltration: '数据外泄',
    Impact: '破坏',
    InitialAccess: '初始入侵',
    Object: '恶意对象',
    PenTest: '渗透测试工具',
    Persistence: '驻留',
    Policy: '违反策略',
    PrivilegeEscalation: '提升权限',
    Recon: '侦察',
    Stealth: '隐藏踪迹',
    Trojan: '木马',
    UnauthorizedAccess: '未授权访问',
  },

  /** What Macie's finding types say. */
  macie: {
    Policy: '存储桶策略',
    S3BlockPublicAccessDisabled: '阻止公开访问被关闭',
    S3BucketEncryptionDisabled: '默认加密被重置',
    S3BucketPublic: '存储桶可公开访问',
    S3BucketReplicatedExternally: '存储桶复制到外部账号',
    S3BucketSharedExternally: '存储桶与外部账号共享',
    S3BucketSharedWithCloudFront: '存储桶与 CloudFront 共享',
    SensitiveData: '敏感数据',
  },

  /** Which way a connection went. */
  direction: {
    INBOUND: '入站',
    OUTBOUND: '出站',
  },

  reach: {
    notPublic: '未公开',
    public: '公开',
  },

  /** `alice 登录控制台` */
  didWhat: (who: string, what: string): string => `${who} ${what}`,
  everyone: '任何人',
  nothingFound: '无',
  /** `11.4 次/分钟，通常 0.02` */
  perMinute: (now: string, usual: string): string => `${now} 次/分钟，通常 ${usual}`,
  unknownUser: '未知用户',
  unused: (services: string, actions: string): string => `${services} 个服务，${actions} 个操作`,
};
