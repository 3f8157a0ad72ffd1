/** The least code that posts to WeCom. */
import { createPost } from './post-loop.js';
import { ALARM_BODY } from './samples.js';

const post = createPost(process.env['WECOM_BASE_URL'] ?? '');

export const handler = (): Promise<unknown> => post(ALARM_BODY);
