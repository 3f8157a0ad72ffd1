/** The robot that messages go to if nothing says otherwise. */
export const DEFAULT_ROBOT = 'default';

/** Longest name of a robot, in UTF-8 bytes: percent-encoded, it is still a valid MessageGroupId. */
export const MAX_ROBOT_BYTES = 40;
