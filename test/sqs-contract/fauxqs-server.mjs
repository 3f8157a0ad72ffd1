/**
 * Runs fauxqs, an SQS written by others, on 127.0.0.1 in a process of its own: it needs a newer Node than the tests. Its
 * argument is the folder that it is installed in. Its parent moves its time: `{ advanceMs }`. Ends with its parent.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const realNow = Date.now;
let offsetMs = 0;
Date.now = () => realNow() + offsetMs;

process.on('disconnect', () => process.exit());
process.on('message', ({ advanceMs }) => {
  offsetMs += advanceMs;
  process.send({ advanced: true });
});

const folder = process.argv[2];
const { buildApp } = await import(pathToFileURL(join(folder, 'node_modules/fauxqs/dist/app.js')).href);
const app = buildApp({ logger: false });
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: app.server.address().port });
