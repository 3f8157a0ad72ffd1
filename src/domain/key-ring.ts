import type { RobotKey } from './robot-key.js';

/** What delivering needs of the secret. Every method may throw SecretUnavailableError. */
export interface KeyRing {
  /** The robot's key; an unknown name makes the secret be read once more first. `undefined` where there is no such robot. */
  key(robot: string): Promise<RobotKey | undefined>;
  /** After WeCom refused a key: the key now in the secret where it is another one, read at most once a minute. */
  replacement(robot: string, refused: RobotKey): Promise<RobotKey | undefined>;
  /** The mobile of a name in the secret's `people`. `undefined` where the name is not there. */
  mobileOf(person: string): Promise<string | undefined>;
}

/** A secret that opens the HTTP door. Never logged, never answered with. */
export interface HttpToken {
  readonly token: string;
  /** Names of the only robots it may push to. Absent: every robot. Empty: none. */
  readonly robots?: readonly string[];
}
