/** Words of findings, sign-ins and API calls. */
export const security = {
  /** AWS's grade of a finding. */
  grade: {
    critical: '严重',
    high: '高危',
    medium: '中危',
    low: '低危',
    informational: '提示',
  },

  /** Sign-ins to the console, and related events. */
  /** Another account that called, without a name of anybody in it. */
  ofAccount: (account: string): string => `账户 ${account}`,

  signIn: {
    consoleLogin: '登录控制台',
    credentialChallenge: '收到 IAM Identity Center 登录验证',
    credentialVerification: '验证 IAM Identity Center 登录凭证',
    identityCenter: '登录 IAM Identity Center',
    passwordRecovered: '重置了密码',
    passwordRecovery: '申请重置密码',
    passwordUpdated: '修改了密码',
    switchRole: '切换角色',
  },

  phrase: {
    findings: (total: number): string => `${total} 项`,
    mfaUsed: '已使用',
    mfaUnused: '未使用',
    signals: (signals: number, resources: number): string => `${signals} 个，涉及 ${resources} 个资源`,
  },

  /** The beginning of a GuardDuty finding type: the attacker's purpose. */
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

  /** Macie's finding types. */
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

  /** The direction of a connection. */
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
  allTraffic: '全部流量',
  /** After what somebody did, if it went well. */
  succeeded: (what: string): string => `${what}成功`,
  everyone: '任何人',
  nothingFound: '无',
  /** `11.4 次/分钟，通常 0.02` */
  perMinute: (now: string, usual: string): string => `${now} 次/分钟，通常 ${usual}`,
  unknownUser: '未知用户',
  unused: (services: string, actions: string): string => `${services} 个服务，${actions} 个操作`,
};
