import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { getOwn, parseObject } from '../../src/base/json.js';
import type { Answers } from './answers.js';
import { AWS_JSON, answerWith, failureOf, operationIn } from './aws-json.js';

/** The parts of the client's request that matter here. */
interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Creates AWS's own client of CloudWatch, which is answered in this process and reaches no network. */
export function inProcessClient(answers: Answers): CloudWatchClient {
  return new CloudWatchClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ headers, body: written }: Request) => {
        const give = getOwn(answers, operationIn(headers['x-amz-target']));
        const asked = parseObject(new TextDecoder().decode(written)) ?? {};
        const { status, body } = give ? await answerWith(() => give(asked)) : failureOf('UnknownOperationException');
        const response = {
          statusCode: status,
          headers: { 'content-type': AWS_JSON },
          body: Buffer.from(JSON.stringify(body)),
        };
        return { response };
      },
    },
  });
}
