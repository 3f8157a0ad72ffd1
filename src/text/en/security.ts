import type { security as zhCN } from '../zh-CN/security.js';

/** Words of findings, sign-ins and API calls. */
export const security: typeof zhCN = {
  grade: {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    informational: 'Informational',
  },

  ofAccount: (account) => `account ${account}`,

  signIn: {
    consoleLogin: 'Console sign-in',
    credentialChallenge: 'IAM Identity Center sign-in challenge',
    credentialVerification: 'IAM Identity Center credential check',
    identityCenter: 'IAM Identity Center sign-in',
    passwordRecovered: 'Password reset',
    passwordRecovery: 'Password reset request',
    passwordUpdated: 'Password change',
    switchRole: 'Role switch',
  },

  phrase: {
    findings: (total) => `${total} more`,
    mfaUsed: 'used',
    mfaUnused: 'not used',
    signals: (signals, resources) => `${signals} on ${resources} resources`,
  },

  purpose: {
    AttackSequence: 'attack sequence',
    Backdoor: 'backdoor',
    Behavior: 'unusual behaviour',
    CredentialAccess: 'credential access',
    CryptoCurrency: 'cryptocurrency',
    DefenseEvasion: 'defence evasion',
    Discovery: 'discovery',
    Execution: 'malicious execution',
    Exfiltration: 'exfiltration',
    Impact: 'impact',
    InitialAccess: 'initial access',
    Object: 'malicious object',
    PenTest: 'penetration testing tool',
    Persistence: 'persistence',
    Policy: 'policy violation',
    PrivilegeEscalation: 'privilege escalation',
    Recon: 'reconnaissance',
    Stealth: 'stealth',
    Trojan: 'trojan',
    UnauthorizedAccess: 'unauthorized access',
  },

  macie: {
    Policy: 'bucket policy',
    S3BlockPublicAccessDisabled: 'block public access turned off',
    S3BucketEncryptionDisabled: 'default encryption reset',
    S3BucketPublic: 'bucket is public',
    S3BucketReplicatedExternally: 'bucket replicated to another account',
    S3BucketSharedExternally: 'bucket shared with another account',
    S3BucketSharedWithCloudFront: 'bucket shared with CloudFront',
    SensitiveData: 'sensitive data',
  },

  direction: {
    INBOUND: 'inbound',
    OUTBOUND: 'outbound',
  },

  reach: {
    notPublic: 'not public',
    public: 'public',
  },

  didWhat: (who, what) => `${what} by ${who}`,
  allTraffic: 'all traffic',
  succeeded: (what) => `Successful ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  everyone: 'everyone',
  nothingFound: 'none',
  perMinute: (now, usual) => `${now} a minute, usually ${usual}`,
  unknownUser: 'an unknown user',
  unused: (services, actions) => `${services} services, ${actions} actions`,
};
