import type { RobotKey } from '../../domain/robot-key.js';

/** The connection to WeCom. */
export interface Transport {
  /**
   * Posts one message.
   * @param json the body.
   * @param timeoutMs the limit for everything, including the connection.
   * @returns the result. Never rejects.
   */
  post(key: RobotKey, json: string, timeoutMs: number): Promise<PostResult>;
}

/** The result of one POST to WeCom. A reason never holds the URL, and so never the key. */
export type PostResult =
  /** An answer arrived. Whether it is WeCom's, and what it says, is decided later. */
  | { readonly kind: 'reply'; readonly httpStatus: number; readonly body: string }
  /** Nothing was written: the message was not shown. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The request was written and no complete answer arrived: the message may have been shown. */
  | { readonly kind: 'no-answer'; readonly reason: string };
