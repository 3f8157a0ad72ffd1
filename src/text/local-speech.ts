/** The words that `wecomrobot local` prints: lines in a terminal. */
export interface LocalSpeech {
  /** The text of `--help`, for the command as it is typed. */
  readonly usage: (command: string) => string;
  /** Printed when it is ready. */
  readonly welcome: (facts: LocalFacts) => string;
  readonly ended: string;
  readonly portTaken: (port: number, next: number) => string;
  /** The messages of an earlier run were read, and how many. */
  readonly kept: (count: number, file: string) => string;
  /** The file of an earlier run cannot be read, and was set aside. */
  readonly setAside: (file: string, reason: 'broken' | 'version') => string;
  /** Nothing can be kept. */
  readonly notKept: (file: string, reason: string) => string;
  /** Another page writes the same file. */
  readonly keptByAnother: (file: string) => string;
  readonly problems: {
    readonly option: (name: string) => string;
    readonly optionValue: (name: string) => string;
    readonly argument: string;
    readonly port: (value: string) => string;
    readonly speed: (speeds: string, value: string) => string;
    readonly language: (languages: string, value: string) => string;
    readonly portTaken: (port: number) => string;
    readonly portRefused: (port: number, code: string) => string;
  };
}

/** Facts about the page that has started. */
export interface LocalFacts {
  readonly url: string;
  readonly token: string;
  /** Absent if messages are not kept. */
  readonly file?: string;
}
