/** The numbers of a robot's posts for a notification: attempts, and the messages that appeared. */
export interface Posted {
  readonly attempts: readonly number[];
  readonly shown: readonly number[];
}

/** Finds the posts that a line of the consumer's log is about: WeCom's answers carry no id that could. */
export interface Attribution {
  /** Records that the robot's post was answered. `shown` is the message's number, if one appeared. */
  posted(robot: string, attempt: number, shown?: number): void;
  /** Records that the log names a notification of this robot. */
  reported(robot: string): Posted;
}

const NOTHING: Posted = { attempts: [], shown: [] };

/**
 * Creates an attribution. A robot posts one message at a time, and the log names all its notifications before the next
 * post. So a line is about the posts since the previous lines.
 */
export function createAttribution(): Attribution {
  const waiting = new Map<string, Posted>();
  const last = new Map<string, Posted>();
  return {
    posted: (robot, attempt, shown) => {
      const before = waiting.get(robot) ?? NOTHING;
      waiting.set(robot, {
        attempts: [...before.attempts, attempt],
        shown: shown === undefined ? before.shown : [...before.shown, shown],
      });
    },
    reported: (robot) => {
      const posted = waiting.get(robot) ?? last.get(robot) ?? NOTHING;
      waiting.delete(robot);
      last.set(robot, posted);
      return posted;
    },
  };
}
