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

  /** The claim of a GuardDuty finding about the resource, by the beginning of its type: `EC2 实例 i-0 疑有后门`. */
  purpose: {
    AttackSequence: '遭受一连串攻击',
    Backdoor: '疑有后门',
    Behavior: '行为异常',
    CredentialAccess: '疑被窃取凭证',
    CryptoCurrency: '疑在加密货币挖矿',
    DefenseEvasion: '疑有规避防御',
    Discovery: '疑被用于探查',
    Execution: '疑在执行恶意代码',
    Exfiltration: '疑有数据外泄',
    Impact: '疑遭破坏',
    InitialAccess: '疑遭入侵',
    Object: '发现恶意对象',
    PenTest: '出现渗透测试工具',
    Persistence: '疑遭驻留',
    Policy: '违反安全策略',
    PortProbe: '遭端口探测',
    Portscan: '正在扫描其他主机的端口',
    PrivilegeEscalation: '疑有权限提升',
    Recon: '疑涉及侦察',
    Stealth: '疑在隐藏踪迹',
    Trojan: '疑有木马',
    UnauthorizedAccess: '疑有未授权访问',
  },

  /** The claim of a Macie finding about the bucket. */
  macie: {
    Policy: '违反策略',
    S3BlockPublicAccessDisabled: '已关闭阻止公开访问',
    S3BucketEncryptionDisabled: '默认加密被重置',
    S3BucketPublic: '可公开访问',
    S3BucketReplicatedExternally: '复制到外部账号',
    S3BucketSharedExternally: '与外部账号共享',
    S3BucketSharedWithCloudFront: '与 CloudFront 共享',
    SensitiveData: '含敏感数据',
  },

  /** The direction of a connection. */
  direction: {
    INBOUND: '入站',
    OUTBOUND: '出站',
  },

  exists: {
    no: '无',
    yes: '有',
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
