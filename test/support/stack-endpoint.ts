import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';

/** CloudFormation's `DescribeStacks`, for the real SDK: `AWS_ENDPOINT_URL_CLOUDFORMATION` is set to `endpoint`. */
export interface StackEndpoint {
  readonly endpoint: string;
  close(): Promise<void>;
}

const member = (key: string, value: string): string =>
  `<member><OutputKey>${key}</OutputKey><OutputValue>${value.replaceAll('&', '&amp;')}</OutputValue></member>`;

/**
 * Starts it with the outputs of stacks by name. Any other stack is answered as CloudFormation does.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
export async function startStackEndpoint(
  stacks: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<StackEndpoint> {
  const server = createServer(async (request, response) => {
    const asked = new URLSearchParams((await readBody(request)).toString('utf8'));
    const name = asked.get('StackName') ?? '';
    const outputs = asked.get('Action') === 'DescribeStacks' ? stacks[name] : undefined;
    response.setHeader('content-type', 'text/xml');
    if (outputs === undefined) {
      const error = `<Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message>`;
      response.writeHead(400).end(`<ErrorResponse><Error>${error}</Error></ErrorResponse>`);
      return;
    }
    const members = Object.entries(outputs).map(([key, value]) => member(key, value));
    const stack = `<member><StackName>${name}</StackName><Outputs>${members.join('')}</Outputs></member>`;
    response.end(
      `<DescribeStacksResponse><DescribeStacksResult><Stacks>${stack}</Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    );
  });
  return { endpoint: `http://127.0.0.1:${await listenOnLoopback(server)}`, close: () => closeServer(server) };
}
