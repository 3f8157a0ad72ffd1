import { ListSubscriptionsByTopicCommand, type SNSClient, type Subscription } from '@aws-sdk/client-sns';

/** ARNs of subscriptions that do not receive anything: not confirmed yet, or deleted. */
const NOT_SUBSCRIBED: ReadonlySet<string | undefined> = new Set(['PendingConfirmation', 'Deleted', '', undefined]);

/**
 * Resolves to a warning for a person if nobody receives what a topic publishes, else to `undefined`.
 * @param topicArn the topic of wecomrobot's own alarms.
 * @throws {Error} If AWS answers an error.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
 */
export async function opsWarning(sns: Pick<SNSClient, 'send'>, topicArn: string): Promise<string | undefined> {
  const waiting: string[] = [];
  for (let NextToken: string | undefined, isMore = true; isMore; ) {
    const page = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken }));
    const subscriptions = page.Subscriptions ?? [];
    if (subscriptions.some(isSubscribed)) return undefined;
    waiting.push(...subscriptions.filter(isPending).map(({ Endpoint = '' }) => Endpoint));
    NextToken = page.NextToken;
    isMore = NextToken !== undefined;
  }
  return waiting.length > 0
    ? `Warning: nobody hears if wecomrobot itself fails: ${waiting.join(', ')} must confirm the e-mail of AWS Notifications`
    : `Warning: nobody hears if wecomrobot itself fails: ${topicArn} has no subscription`;
}

const isSubscribed = ({ SubscriptionArn }: Subscription): boolean => !NOT_SUBSCRIBED.has(SubscriptionArn);
const isPending = ({ SubscriptionArn }: Subscription): boolean => SubscriptionArn === 'PendingConfirmation';
