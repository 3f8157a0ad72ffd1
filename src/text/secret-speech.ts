/** The words in which `npm run secret` asks, and says what it did. */
export interface SecretSpeech {
  readonly region: (region: string, profile: string | undefined) => string;
  readonly missing: (secretId: string) => string;
  readonly holds: (secretId: string, names: string) => string;
  readonly willHold: (names: string, isNew: boolean) => string;
  /** Says the names in a secret; a list may be empty. */
  readonly names: (held: HeldNames) => string;
  readonly questions: {
    readonly firstRobot: string;
    readonly nextRobot: string;
    readonly key: (robot: string) => string;
    readonly replace: (robot: string) => string;
    readonly test: string;
    readonly keep: string;
    readonly token: string;
    readonly person: string;
    readonly write: string;
  };
  readonly problems: {
    /** Of a text that is no key: why, in the library's words, and what to do. */
    readonly key: (reason: string, advice: string) => string;
    /** Asks for the webhook URL of a robot. */
    readonly copyUrl: (example: string) => string;
    readonly otherHost: string;
    /** Of a key that was piped in. */
    readonly keyOf: (robot: string, problem: string) => string;
    readonly name: string;
    readonly person: string;
    readonly noInput: string;
    readonly replaced: (robots: string) => string;
    readonly refused: (robot: string, reason: string) => string;
    readonly unsent: (robot: string, reason: string) => string;
  };
  readonly accepted: (robot: string, message: string) => string;
  readonly warning: (problem: string) => string;
  readonly nothingToChange: string;
  readonly dryRun: string;
  readonly nothingWritten: string;
  readonly cancelled: string;
  readonly created: (arn: string) => string;
  readonly updated: (arn: string) => string;
  readonly tokensElsewhere: (secretId: string) => string;
}

/** Names in a secret, and how many tokens. */
export interface HeldNames {
  readonly robots: readonly string[];
  readonly tokens: number;
  readonly people: readonly string[];
}
