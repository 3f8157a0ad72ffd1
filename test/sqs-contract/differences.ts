/** How our stand-in and fauxqs differ in one step. */
export interface Difference {
  readonly ours: unknown;
  readonly theirs: unknown;
  /** What AWS's page, which is the step's, says of it. */
  readonly aws: string;
  /** Says that ours does what the page says, or that the page does not tell. Ours has to learn what only fauxqs does right. */
  readonly right: 'ours' | 'unclear';
}

const INVALID = 'InvalidParameterValue 400';

/** Something that fauxqs accepts and that SQS refuses. */
function accepted(aws: string, ours: unknown = INVALID): Difference {
  return { ours, theirs: 'ok', aws, right: 'ours' };
}

const ONE_OF_A_GROUP = 'A receive returns as many messages of one group as possible, up to ten.';
const NAMES_AND_DIGEST = 'Only attributes that are asked for are returned, and the digest is of those returned.';
const EXPIRED =
  'A FIFO queue refuses the handle once the visibility timeout has ended: the receipt handle has expired.';
const REFUSED_AS_A_WHOLE =
  'Entries succeed or fail one by one; nothing is said of an id that FIFO needs and is missing.';

/** Every difference, by the title of its step. */
export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'SendMessage: refuses eleven attributes': accepted('A message can have up to ten attributes.'),
  'SendMessage: refuses an empty attribute': accepted('Name, type and value must not be empty.'),
  'SendMessage: refuses an attribute of an unknown type': accepted('The types are String, Number and Binary.'),
  'SendMessage: refuses an attribute that begins with AWS.': accepted('The prefixes AWS. and Amazon. are reserved.'),
  'SendMessage: refuses a group with a space': accepted('Letters, digits and punctuation.'),
  'SendMessage: refuses a group of 129 characters': accepted('128 characters at most.'),
  'SendMessage: refuses a deduplication id with a Chinese character': accepted('Letters, digits and punctuation.'),
  'SendMessage: accepts an emoji': {
    ours: 'ok',
    theirs: 'InvalidMessageContents 400',
    aws: '#x10000 to #x10FFFF are among the allowed characters.',
    right: 'ours',
  },
  'SendMessageBatch: refuses an id of 81 characters': {
    ours: { outcome: 'InvalidBatchEntryId 400', kept: 0 },
    theirs: { outcome: 'ok', kept: 1 },
    aws: 'An id has up to 80 characters.',
    right: 'ours',
  },
  // The service refuses both as a whole: LocalStack's tests test_send_batch_missing_…, marked as validated against AWS.
  'SendMessageBatch: refuses an entry without a group': {
    ours: { outcome: INVALID, kept: 0 },
    theirs: { outcome: 'ok', kept: 1 },
    aws: REFUSED_AS_A_WHOLE,
    right: 'unclear',
  },
  'SendMessageBatch: refuses an entry without a deduplication id': {
    ours: { outcome: INVALID, kept: 0 },
    theirs: { outcome: 'ok', kept: 1 },
    aws: REFUSED_AS_A_WHOLE,
    right: 'unclear',
  },
  'ReceiveMessage: as many messages as possible of one group, in order': {
    ours: ['a.1', 'a.2', 'a.3'],
    theirs: ['a.1'],
    aws: ONE_OF_A_GROUP,
    right: 'ours',
  },
  'ReceiveMessage: the message attributes if nothing is asked for': {
    ours: { names: [] },
    theirs: {
      names: ['other', 'park.code', 'park.reason'],
      MD5OfMessageAttributes: 'd4b5b042b4cb5b0c3f810834d15fdf53',
    },
    aws: NAMES_AND_DIGEST,
    right: 'ours',
  },
  'ReceiveMessage: the message attributes if a name is asked for': {
    ours: { names: ['other'], MD5OfMessageAttributes: '0a9fba5661968c02763ab739b38d2163' },
    theirs: { names: ['other'], MD5OfMessageAttributes: 'd4b5b042b4cb5b0c3f810834d15fdf53' },
    aws: NAMES_AND_DIGEST,
    right: 'ours',
  },
  'ReceiveMessage: the message attributes if a prefix is asked for': {
    ours: { names: ['park.code', 'park.reason'], MD5OfMessageAttributes: '183c3def3910be15135555367554097a' },
    theirs: { names: ['park.code', 'park.reason'], MD5OfMessageAttributes: 'd4b5b042b4cb5b0c3f810834d15fdf53' },
    aws: NAMES_AND_DIGEST,
    right: 'ours',
  },
  // `inFlightBlocks` in local/sqs/settings.ts says what is known of this case, which fauxqs cannot have.
  'ChangeMessageVisibility: of several of a group, the first visible again while the second is in flight': {
    ours: { received: ['a.1', 'a.2'], next: ['b.1'] },
    theirs: { received: ['a.1', 'b.1'], next: ['a.1'] },
    aws: `${ONE_OF_A_GROUP} No additional one of the group until those are deleted or visible again.`,
    right: 'ours',
  },
  'ChangeMessageVisibility: of several of a group, the second visible again while the first is in flight': {
    ours: { received: ['a.1', 'a.2'], next: ['b.1'] },
    theirs: { received: ['a.1', 'b.1'], next: ['b.1'] },
    aws: `${ONE_OF_A_GROUP} No additional one of the group until those are deleted or visible again.`,
    right: 'ours',
  },
  'ChangeMessageVisibility: refuses a message that is visible again': accepted(
    'MessageNotInflight: the message is not in flight.',
    'MessageNotInflight 400',
  ),
  'ChangeMessageVisibility: refuses the handle of an earlier receive': {
    ours: INVALID,
    theirs: 'MessageNotInflight 400',
    aws: 'Lists MessageNotInflight and ReceiptHandleIsInvalid, and does not say which of them this is.',
    right: 'unclear',
  },
  'ChangeMessageVisibility: refuses a message that was deleted': {
    ours: INVALID,
    theirs: 'MessageNotInflight 400',
    aws: 'Lists MessageNotInflight and ReceiptHandleIsInvalid, and does not say which of them this is.',
    right: 'unclear',
  },
  'ChangeMessageVisibility: refuses more than 12 hours from the receive': accepted(
    'Twelve hours in total, from the receive.',
  ),
  'ChangeMessageVisibility: refuses a handle that is none': {
    ours: 'ReceiptHandleIsInvalid 404',
    theirs: 'MessageNotInflight 400',
    aws: 'ReceiptHandleIsInvalid: the specified receipt handle is not valid.',
    right: 'ours',
  },
  'ChangeMessageVisibilityBatch: entries fail alone': {
    ours: { successful: ['e2'], failed: ['e0 ReceiptHandleIsInvalid true', 'e1 MessageNotInflight true'] },
    theirs: { successful: ['e2'], failed: ['e0 ReceiptHandleIsInvalid true', 'e1 ReceiptHandleIsInvalid true'] },
    aws: 'Entries succeed or fail one by one, with the codes of the single action.',
    right: 'unclear',
  },
  'DeleteMessage: a message visible again': {
    ours: { deleted: INVALID, kept: ['a.1'] },
    theirs: { deleted: 'ok', kept: [] },
    aws: EXPIRED,
    right: 'ours',
  },
  'DeleteMessage: a message received again': {
    ours: { deleted: INVALID, kept: ['a.1'] },
    theirs: { deleted: 'ok', kept: ['a.1'] },
    aws: EXPIRED,
    right: 'ours',
  },
  'DeleteMessage: refuses a handle that is none': accepted(
    'ReceiptHandleIsInvalid: the specified receipt handle is not valid.',
    'ReceiptHandleIsInvalid 404',
  ),
  'DeleteMessageBatch: entries fail alone': {
    ours: {
      successful: ['e2'],
      failed: ['e0', 'e1', 'e3'].map((id) => `${id} ReceiptHandleIsInvalid true`),
    },
    theirs: { successful: ['e0', 'e1', 'e2', 'e3'], failed: [] },
    aws: 'Entries succeed or fail one by one: an answer of 200 has to be checked for failed ones.',
    right: 'ours',
  },
  'partial batch answer: what failed of a group, with all that follows': {
    ours: { handed: ['a.1', 'a.2', 'a.3'], before: [], after: ['a.2 2', 'a.3 2'] },
    theirs: { handed: ['a.1'], before: ['a.2'], after: [] },
    aws: 'A FIFO function reports the first failure and everything after it, which keeps the order of the group.',
    right: 'ours',
  },
  'dead letters: a message received too often moves, with its id, group and attributes': {
    ours: [
      {
        ...{ isSame: true, body: 'a.1', group: 'a', deduplicationId: 'id', attributes: ['code'] },
        from: 'step-N.fifo',
      },
    ],
    theirs: [{ isSame: true, body: 'a.1', group: 'a', deduplicationId: 'id', attributes: ['code'] }],
    aws: 'ReceiveMessage lists DeadLetterQueueSourceArn among the attributes of a message.',
    right: 'ours',
  },
  'dead letters: how often a moved message was received': {
    ours: ['3'],
    theirs: ['4'],
    aws: 'A message moves when it was received more than maxReceiveCount times; the count it then has is not said.',
    right: 'unclear',
  },
  'GetQueueAttributes: refuses an unknown attribute': accepted(
    'InvalidAttributeName: the specified attribute does not exist.',
    'InvalidAttributeName 400',
  ),
  'errors: the whole name of an invalid parameter': {
    ours: INVALID,
    theirs: `AWS.SimpleQueueService.${INVALID}`,
    aws: 'The common errors have no prefix.',
    right: 'ours',
  },
  'requests: refuses one that nobody signed': {
    ours: 403,
    theirs: 200,
    aws: 'A request without a valid access key is answered 403.',
    right: 'ours',
  },
};
