/** The least code that reads a robot's key and posts to WeCom what a queue brings. */
import { createPost } from './post-loop.js';
import { callAws } from './signed.js';

const ENDPOINT = process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ?? '';
const TARGET = 'secretsmanager.GetSecretValue';

const post = createPost(process.env['WECOM_BASE_URL'] ?? '');
await callAws('secretsmanager', ENDPOINT, TARGET, '1.1', { SecretId: process.env['ROBOT_SECRET_ID'] });

export const handler = (event: { readonly Records: readonly { readonly body: string }[] }) =>
  post(event.Records[0]?.body ?? '');
