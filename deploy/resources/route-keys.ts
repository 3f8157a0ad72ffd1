/**
 * The routes of the API, by their keys in API Gateway. Whatever else is asked for is answered too, under `$default`. The key is
 * all that an access log may show of an address: path and query may hold a token.
 */
export const ROUTE_KEYS = [
  'POST /push',
  'POST /cgi-bin/webhook/send',
  'POST /cgi-bin/webhook/upload_media',
  'POST /robot/send',
  'POST /open-apis/bot/v2/hook/{token}',
  'POST /open-apis/bot/hook/{token}',
  'POST /services/{proxy+}',
  'GET /health',
] as const;

/** `POST /robot/send` → `HttpApiRoutePOSTRobotSend` */
export function logicalIdOf(key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return key === '$default' ? 'HttpApiRoute' : `HttpApiRoute${words.join('')}`;
}
