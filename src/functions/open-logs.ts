import { awsSettings } from '../aws/clients.js';
import { systemClock } from '../base/clock.js';
import { once } from '../base/once.js';

/** Loads what needs CloudWatch Logs. */
export const openLogs = once(async () => {
  const { createLogs } = await import('../watch/logs.js');
  const endpoint = process.env['AWS_ENDPOINT_URL_CLOUDWATCH_LOGS'];
  return createLogs((watched) => awsSettings(watched, endpoint, systemClock, 1));
});
