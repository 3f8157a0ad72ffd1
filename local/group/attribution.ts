/** Numbers of what a robot posted for a notification: attempts, and the messages that appeared. */
export interface Posted {
  readonly attempts: readonly number[];
  readonly shown: readonly number[];
}

/** Says which posts a line of the consumer's log is about: WeCom's answers carry no id that could. */
export interface Attribution {
  /** The robot's post has been answered; `shown` is the message's number where one appeared. */
  posted(robot: string, attempt: number, shown?: number): void;
  /** The log names a notification of this robot. */
  reported(robot: string): Posted;
}

const NOTHING: Posted = { attempts: [], shown: [] };

/**
 * A robot posts one message after another, and the log names all its notifications before the next is posted: so a line is
 * about what was posted since the lines before.
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
