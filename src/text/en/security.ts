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
    AttackSequence: 'under a sequence of attacks',
    Backdoor: 'may have a backdoor',
    Behavior: 'behaves unusually',
    CredentialAccess: 'may have lost credentials',
    CryptoCurrency: 'may be mining cryptocurrency',
    DefenseEvasion: 'may evade defences',
    Discovery: 'may be used for discovery',
    Execution: 'may run malicious code',
    Exfiltration: 'may leak data',
    Impact: 'may be tampered with or disrupted',
    InitialAccess: 'may have been broken into',
    Object: 'holds a malicious object',
    PenTest: 'is used with a penetration testing tool',
    Persistence: 'may have a lasting intruder',
    Policy: 'violates a policy',
    PortProbe: 'has its ports probed',
    Portscan: "scans other hosts' ports",
    PrivilegeEscalation: 'may have escalated privileges',
    Recon: 'may be part of reconnaissance',
    Stealth: 'may hide its traces',
    Trojan: 'may have a trojan',
    UnauthorizedAccess: 'may be accessed without authorization',
  },

  macie: {
    Policy: 'has a policy issue',
    S3BlockPublicAccessDisabled: 'had block public access turned off',
    S3BucketEncryptionDisabled: 'had its default encryption reset',
    S3BucketPublic: 'is public',
    S3BucketReplicatedExternally: 'is replicated to another account',
    S3BucketSharedExternally: 'is shared with another account',
    S3BucketSharedWithCloudFront: 'is shared with CloudFront',
    SensitiveData: 'holds sensitive data',
  },

  direction: {
    INBOUND: 'inbound',
    OUTBOUND: 'outbound',
  },

  exists: {
    no: 'no',
    yes: 'yes',
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
