/**
 * The inside of one Lambda execution environment: imports a bundle once, then runs its `handler` for each event that
 * the parent sends. Plain JavaScript, so that it starts without a build step and under `node --import`. Ends with its
 * parent. Its counterpart is `process.ts`.
 */
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

/** Returns Lambda's own form of a failed invocation: `errorType`, `errorMessage`, `trace`. */
function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

function contextOf({ awsRequestId, deadlineMs, memoryLimitInMB, invokedFunctionArn }) {
  return {
    awsRequestId,
    invokedFunctionArn,
    memoryLimitInMB,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    logGroupName: `/aws/lambda/${env.AWS_LAMBDA_FUNCTION_NAME}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  };
}

async function run(handler, { event, ...invocation }) {
  try {
    const result = await handler(event, contextOf(invocation));
    return { kind: 'answered', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'failed', error: describe(error) }; // Lambda answers with the description; the process lives on.
  }
}

process.on('disconnect', () => process.exit());

try {
  const { handler } = await import(pathToFileURL(process.argv[2]).href);
  if (typeof handler !== 'function')
    throw new TypeError('Cannot start as the bundle exports no function named handler');
  process.on('message', async (invocation) => process.send(await run(handler, invocation)));
  process.send({ kind: 'ready' });
} catch (error) {
  process.send({ kind: 'initFailed', error: describe(error) }, () => process.exit(1));
}
