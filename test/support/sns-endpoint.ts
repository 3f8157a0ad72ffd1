import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';

/** SNS's `ListSubscriptionsByTopic`, for the real SDK: `AWS_ENDPOINT_URL_SNS` is set to `endpoint`. */
export interface SnsEndpoint {
  readonly endpoint: string;
  close(): Promise<void>;
}

interface TopicSubscription {
  readonly endpoint: string;
  /** Its ARN, or `PendingConfirmation`. */
  readonly arn: string;
}

/** Subscriptions on one page. SNS itself returns 100. */
const PAGE = 2;

const memberOf = ({ endpoint, arn }: TopicSubscription): string =>
  `<member><Protocol>email</Protocol><Endpoint>${endpoint}</Endpoint><SubscriptionArn>${arn}</SubscriptionArn></member>`;

/**
 * Starts it with the subscriptions of topics by ARN. Any other topic may not be looked at.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
 */
export async function startSnsEndpoint(
  topics: Readonly<Record<string, readonly TopicSubscription[]>>,
): Promise<SnsEndpoint> {
  const server = createServer(async (request, response) => {
    const asked = new URLSearchParams((await readBody(request)).toString('utf8'));
    const subscriptions = topics[asked.get('TopicArn') ?? ''];
    response.setHeader('content-type', 'text/xml');
    if (asked.get('Action') !== 'ListSubscriptionsByTopic' || subscriptions === undefined) {
      const error = '<Type>Sender</Type><Code>AuthorizationError</Code><Message>User is not authorized</Message>';
      response.writeHead(403).end(`<ErrorResponse><Error>${error}</Error></ErrorResponse>`);
      return;
    }
    const from = Number(asked.get('NextToken') ?? 0);
    const members = subscriptions.slice(from, from + PAGE).map(memberOf);
    const next = from + PAGE < subscriptions.length ? `<NextToken>${from + PAGE}</NextToken>` : '';
    response.end(
      `<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>${members.join('')}</Subscriptions>${next}</ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
    );
  });
  return { endpoint: `http://127.0.0.1:${await listenOnLoopback(server)}`, close: () => closeServer(server) };
}
