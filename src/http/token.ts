/** A secret that opens the HTTP door. Never logged, never answered with. */
export interface HttpToken {
  readonly token: string;
  /** Names of the only robots it may push to. Absent: every robot. Empty: none. */
  readonly robots?: readonly string[];
}
