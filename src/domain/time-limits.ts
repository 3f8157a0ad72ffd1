/** Limit for one try of a call to AWS, milliseconds. Three tries and their pauses fit into the shortest invocation. */
export const AWS_TRY_MS = 3000;
/** The least time that makes an attempt to post worth starting, milliseconds. */
export const MIN_ATTEMPT_MS = 2000;
/** Time of an invocation reserved for its answer, milliseconds, so that it is out before Lambda ends it. */
export const REPLY_MARGIN_MS = 500;
/** Time of a consumer's invocation reserved for dead-lettering, deleting and answering, milliseconds. */
export const ANSWER_MARGIN_MS = 1500;
