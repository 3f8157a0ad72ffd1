import type { ackPage as zhCN } from '../zh-CN/ack-page.js';

/** Words of the page on which an alarm is taken, and of what its group then reads. Loaded with the page only. */
export const ackPage: typeof zhCN = {
  inAlarm: (duration) => `In alarm for ${duration}`,
  holder: (who, since, until) => `${who} is on it (since ${since}, ${until})`,
  untilOver: 'until it is over',
  until: (time) => `until ${time}`,
  whose: 'Tap your name',
  whoseNext: 'Take it over: tap your name',
  yourName: 'Your name',
  otherName: 'Another name',
  takeIt: 'I have it',
  takeOver: 'I take over',
  howLong: 'For how long',
  durations: { '1h': '1 hour', '4h': '4 hours', '': 'Until it is over' },
  effect:
    'From then on the reminders of this alarm name who has it and call nobody. If it is not over by then, people are called again.',
  taken: (who, until) => `${who} is on it ${until}`,
  told: 'Noted. The group will read it.',
  notTold: 'Noted, but the group could not be told: please tell it yourself.',
  nameMissing: 'Enter a name first, letters or digits.',
  invalid: [
    'This link is not valid',
    'It is incomplete, or the tokens have changed. Use the link of the latest message, or run npm run ack.',
  ],
  expired: [
    'This link has expired',
    'It was valid for a day. Use the link of the latest reminder, or run npm run ack.',
  ],
  recovered: (time) => ['It is over', `It recovered at ${time}. There is nothing left to do.`],
  again: (time) => ['That one is over', `It began anew at ${time}: use the link of that message.`],
  deleted: ['The alarm was deleted', 'It no longer exists. There is nothing left to do.'],
  notInAlarm: ['Not in alarm', 'This alarm has recovered, has no data, or was deleted.'],
  unreadable: [
    'Alarms cannot be read now',
    'Tap the link again in a moment; or run npm run ack, or add the tag wecom:ack to the alarm in the console.',
  ],
  notSet: [
    'It could not be noted',
    'The tag wecom:ack could not be set: no permission, too many requests, or too many tags. The group was not told. Try again in a moment; or run npm run ack, or add the tag in the console.',
  ],
  beingHandled: 'Being handled',
  groupLine: (who, until, before) => `${who} is on it ${until}${before === '' ? '' : ` (before: ${before})`}`,
};
