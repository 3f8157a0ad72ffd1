/** The four ways in which a request reaches the function. They differ in the form of the event and of the answer. */
export type HttpKind = 'rest' | 'http-api' | 'function-url' | 'alb';

/** The body of a request as it is in the event. */
export interface RawBody {
  readonly text: string;
  readonly base64: boolean;
}

/** Returns the bytes of a body as they were sent. */
export function rawBytes({ text, base64 }: RawBody): Buffer {
  return Buffer.from(text, base64 ? 'base64' : 'utf8');
}

/** A request, however it came. */
export interface HttpRequest {
  readonly kind: HttpKind;
  /** As sent. */
  readonly method: string;
  /** Without stage, base path and trailing slash. Not decoded: an encoded path is a different path. */
  readonly path: string;
  /** Names in lower case; repeated headers joined by `, `, so that a second `Authorization` makes both invalid. */
  readonly headers: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  readonly body: RawBody;
  /** ARN of the IAM identity whose signature API Gateway or Lambda checked. */
  readonly iamPrincipal?: string;
  /** True if the headers of the answer must be lists too (ALB). */
  readonly multiValueHeaders: boolean;
}
