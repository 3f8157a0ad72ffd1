/** Why some errors have no row: nobody who uses the project meets them, or they are told in other words. */
interface Reason {
  readonly why: string;
  /** Folders and files whose errors have it, all of them. */
  readonly under?: readonly string[];
  /** Beginnings of texts that have it. */
  readonly texts?: readonly string[];
}

export const WITHOUT_ROW: readonly Reason[] = [
  {
    why: 'measures and tests: for whoever develops, and beside the code that says it',
    under: ['scripts/bench', 'scripts/simulate', 'scripts/test-load.ts', 'local/time/'],
  },
  {
    why: 'what stands in for Lambda, SQS and CloudWatch: an error there is a mistake in a test, or AWS’s own words',
    under: ['local/lambda/', 'local/sqs/', 'local/cloudwatch/', 'local/samples/', 'local/net/'],
  },
  {
    why: 'a bug of ours, which no input reaches: it names what was forgotten',
    texts: [
      'Cannot read the event as a request: call matches() first',
      'Cannot show a body of … as nothing in it has the form of its documentation',
      'Cannot send a message as it must have a known msgtype',
      'Cannot find … as the stack has no such resource',
      'Cannot replace the setting … as serverless.yml has no such line',
      'Cannot escape … as a backslash stands before it',
      "Cannot declare the package's types: …",
      'Cannot start … as … has no such program',
      'Cannot show … as each tool must have a row',
    ],
  },
  {
    why: 'shown by its code alone, PROXY_…, or by what is behind it',
    texts: ['Cannot connect through the proxy: …', 'Cannot fetch'],
  },
  {
    why: 'the reason in a log line that says that nothing has to be done: it is tried again, or goes on without',
    texts: ['Cannot delete … messages: …', 'Cannot read … of … in time'],
  },
  {
    why: 'the door has said it before, in a row: here it is asked again, for what changed in between',
    texts: [
      'Cannot send to the robot as the secret must hold its name',
      'Cannot send … as it must hold text: current value is empty or white space',
    ],
  },
  { why: 'followed by the words of the section “AWS refuses”', texts: ['Cannot set who has the alarm as …'] },
  {
    why: 'told in the language of the terminal, by other words, which have a row',
    texts: ['Cannot keep the messages as another program keeps its own'],
  },
  {
    why: 'the page says it in its own language, with what to do: local/page/words-*.js',
    texts: [
      'Cannot tell another summary as a tick tells one',
      'Cannot send a storm as its size must be … to …',
      'Cannot send a storm as its mix must be one of …',
      'Cannot send … as there is no such sample',
      'Cannot send event … again as it is no longer kept',
      'Cannot send the event as it is empty',
      'Cannot send the event as it is not JSON: …',
      'Cannot read the body as it is over … bytes',
    ],
  },
  { why: 'no error: a status that a tool reports', texts: ['Cannot be compared'] },
];

/** Why some lines of the log have no row. */
export const LINES_WITHOUT_ROW: Readonly<Record<string, string>> = {
  message: 'the variable of what is loaded or looked up on use: its texts are read where they are handed over',
  'look-ups not loaded': 'a file of the function that is missing: what is built and uploaded has it',
  'reminders not told, they wait for the next try': 'Lambda tries twice more; the last try has a row',
  'secret not preloaded': 'read again by whoever needs it, whose failure has a row',
  'connection not opened in advance': 'opened by whoever needs it',
  'rehearsal failed': 'the first message takes longer, and reports the same error if it meets it',
  'preparation failed': 'as the rehearsal',
  'notice of dead-lettered messages not queued': 'what was parked has a row; only the group is not told',
  'last state of alarms that flapped not queued': 'the next change, or the tick, tells the state',
  'batch answered before all was done': 'what is left comes again by itself',
  'receipt handles expired, messages left for the next consumer': 'what is left comes again by itself',
  'visibility timeout not extended, messages will reappear': 'what is left comes again by itself',
  'visibility timeout not set, messages will reappear later': 'what is left comes again by itself',
  'messages not deleted, Lambda will delete them': 'Lambda deletes them with its answer',
  'messages not sent on, they stay on the queue': 'what is left comes again by itself',
  'number of waiting messages unknown': 'the queue takes it that none wait',
  'optional message not shown': 'a picture, which nobody waits for',
};
