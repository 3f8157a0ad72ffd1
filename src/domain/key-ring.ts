import type { RobotKey } from './robot-key.js';

/** The parts of the secret that delivery needs. Every method may reject with SecretUnavailableError. */
export interface KeyRing {
  /**
   * Resolves to the robot's key, or `undefined` if there is no such robot. For an unknown name, rereads the secret
   * once.
   */
  key(robot: string): Promise<RobotKey | undefined>;
  /** Resolves to the key now in the secret if WeCom refused another one. Rereads the secret at most once a minute. */
  replacement(robot: string, refused: RobotKey): Promise<RobotKey | undefined>;
  /** Resolves to the mobile of a name in the secret's `people`, or `undefined` if there is no such name. */
  mobileOf(person: string): Promise<string | undefined>;
}

/** The parts of the secret that the queue's consumer needs. */
export interface LaneKeyRing extends KeyRing {
  /**
   * Resolves to the name of the robot in whose lane the robot's messages go, or `undefined` if there is no such robot.
   * It is another name if two robots share one key: WeCom counts the key's messages, so one lane paces them.
   */
  laneOf(robot: string): Promise<string | undefined>;
}

/** A token that opens the HTTP door. Never logged, never part of an answer. */
export interface HttpToken {
  readonly token: string;
  /** Names of the only robots it may push to. Absent: every robot. Empty: no robot. */
  readonly robots?: readonly string[];
}
