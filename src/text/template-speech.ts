/** The words that `wecomrobot template` and `wecomrobot routes` print: lines in a terminal. */
export interface TemplateSpeech {
  /** The text of `--help` of each, for the command as it is typed. */
  readonly templateUsage: (command: string) => string;
  readonly layerUsage: (command: string) => string;
  /** Printed above the names of the files. */
  readonly written: (folder: string) => string;
  readonly guide: (file: string) => string;
  readonly publish: (file: string) => string;
  readonly problems: {
    readonly options: string;
    /** `routes` does one thing only in the npm package. */
    readonly layerOnly: string;
  };
}
