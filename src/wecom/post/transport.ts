import type { RobotKey } from '../../domain/robot-key.js';

/** The way to WeCom. */
export interface Transport {
  /**
   * Posts one message.
   * @param json the body.
   * @param timeoutMs for everything, connecting included.
   * @returns what came of it; it never rejects.
   */
  post(key: RobotKey, json: string, timeoutMs: number): Promise<PostResult>;
}

/** What came of one POST to WeCom. A reason never holds the URL, and so never the key. */
export type PostResult =
  /** An answer came; whether it is WeCom's and what it says is another matter. */
  | { readonly kind: 'reply'; readonly httpStatus: number; readonly body: string }
  /** Nothing was written: the message was not shown. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The request was written and no whole answer came: the message may have been shown. */
  | { readonly kind: 'no-answer'; readonly reason: string };
