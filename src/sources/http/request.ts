/** The four ways a request reaches the function. They differ in how it is written and in how it must be answered. */
export type HttpKind = 'rest' | 'http-api' | 'function-url' | 'alb';

/** A request's body as the event holds it. */
export interface RawBody {
  readonly text: string;
  readonly base64: boolean;
}

/** A request, whichever way it came. */
export interface HttpRequest {
  readonly kind: HttpKind;
  /** As sent. */
  readonly method: string;
  /** Without stage and base path, without a closing slash. Not decoded: a path in disguise is another path. */
  readonly path: string;
  /** Names in lower case; repeated headers joined by `, `, so that a second `Authorization` makes both invalid. */
  readonly headers: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  readonly body: RawBody;
  /** ARN of the IAM identity whose signature API Gateway or Lambda checked. */
  readonly iamPrincipal?: string;
  /** Whether the answer's headers must be lists too (ALB). */
  readonly multiValueHeaders: boolean;
}
