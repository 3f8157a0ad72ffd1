import type { Draft } from './notification.js';

/** The path of the page on which an alarm is taken. The link's own part follows: it is signed, and all that visitors need. */
export const ACK_PATH = '/ack/';

/** A visit to the page on which a person takes an alarm. Only `POST` changes anything. */
export interface AckVisit {
  readonly method: 'GET' | 'POST';
  /** The signed end of the page's address. */
  readonly link: string;
  /** The fields of the page's form. */
  readonly form: URLSearchParams;
  /** The header `Cookie`. Empty if there is none. */
  readonly cookie: string;
  /** ARN of the function that is visited. */
  readonly functionArn: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The page that answers a visit, and what the groups are to read. */
export interface AckAnswer {
  readonly httpStatus: number;
  readonly headers: Readonly<Record<string, string>>;
  /** HTML. */
  readonly body: string;
  /** One for each group that the alarm reached. */
  readonly drafts: readonly Draft[];
  /** The page in the place of `body` if the groups could not be told. */
  readonly bodyIfNotTold?: string;
}

/** Answers a visit. Never rejects: what cannot be done is said on the page. */
export type AnswerAckVisit = (visit: AckVisit) => Promise<AckAnswer>;
