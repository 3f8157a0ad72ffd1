import type { SecretSpeech } from '../secret-speech.js';

/** The words of `npm run secret`, in English. */
export const secretSpeech: SecretSpeech = {
  region: (region, profile) => `Region ${region}${profile === undefined ? '' : `, profile ${profile}`}`,
  missing: (secretId) => `The secret ${secretId} does not exist yet`,
  holds: (secretId, names) => `The secret ${secretId} holds ${names}`,
  willHold: (names, isNew) => `It ${isNew ? 'will hold' : 'will then hold'} ${names}`,
  names: ({ robots, tokens, people }) =>
    [
      `the robot${robots.length === 1 ? '' : 's'} ${robots.join(', ') || '(none)'}`,
      ...(tokens > 0 ? [`${tokens} token${tokens === 1 ? '' : 's'}`] : []),
      ...(people.length > 0 ? [`the people ${people.join(', ')}`] : []),
    ].join('; '),
  questions: {
    firstRobot: 'Robot to add, or to give a new key: its name, or Enter for none: ',
    nextRobot: 'Another robot: its name, or Enter to go on: ',
    key: (robot) => `Webhook URL or key of the robot ${robot} (not shown): `,
    replace: (robot) => `${robot} has another key. Replace it?`,
    test: 'Send a test message to its group now?',
    keep: 'Keep this key all the same?',
    token: 'Make a random token for the HTTPS door, for callers such as Alertmanager?',
    person: 'A person to mention by name, as in 王芳 13800138000, or Enter to go on: ',
    write: 'Write it to Secrets Manager?',
  },
  problems: {
    key: (reason, advice) => `${reason}; ${advice}`,
    copyUrl: (example) => `copy the whole webhook URL of the robot in its group, ${example}`,
    otherHost:
      "copy the robot's own webhook URL, or set wecomBaseUrl in serverless.yml if your WeCom has an address of its own",
    keyOf: (robot, problem) => `Robot ${robot}: ${problem}`,
    name: 'Cannot use it as a name as it may be a key, a token or a number: take a few words, like dba',
    person: 'Cannot read it as it must be a name, a space, and the mobile of 6 to 15 digits',
    noInput: 'Cannot read the key as standard input is empty: pipe it in, or run the command in a terminal',
    replaced: (robots) =>
      `Cannot add the robots as these have other keys already: add --replace if that is meant: current value is ${robots}`,
    refused: (robot, reason) =>
      `Cannot send with the key of ${robot} as ${reason}: copy the webhook URL again, from a robot that is still in its group`,
    unsent: (robot, reason) =>
      `Cannot send with the key of ${robot} as ${reason}: check the way to WeCom (network, proxy), and try again`,
  },
  accepted: (robot, message) => `WeCom accepted it: the group of ${robot} shows ${message}`,
  warning: (problem) => `Warning: ${problem}`,
  nothingToChange: 'Nothing to change',
  dryRun: 'Dry run: nothing is written',
  nothingWritten: 'Nothing is written',
  cancelled: 'Cancelled: nothing is written',
  created: (arn) => `Created ${arn}`,
  updated: (arn) => `Updated ${arn}`,
  tokensElsewhere: (secretId) => `The door's tokens belong in ${secretId}: see docs/deploy.md, Two secrets`,
};
