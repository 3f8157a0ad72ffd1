import { LANGUAGES, wordsOf } from '../../src/text/words.js';

/** What an attacker wants to be read. It stands nowhere else. */
export const TOKEN = 'zq7fake';

const CIRCLES = ['🔴', '🟠', '🟢', '⚪'] as const;

/** The beginnings of lines that our own composers write, in every language: whatever follows one of them looks like ours. */
export const FORMS: readonly string[] = LANGUAGES.flatMap((language) => {
  const { status, label, colon, phrase } = wordsOf(language);
  const statuses = [status.alarm, status.recovered];
  const firstLines = CIRCLES.flatMap((circle) =>
    statuses.flatMap((word) => [`${circle} ${word} | `, `${circle} ${word} `]),
  );
  const fields = [label.time, label.since, label.current, label.resource].map((word) => `${word}${colon}`);
  return [...firstLines, ...fields, `${phrase.late('37')} `, phrase.part(2, 3)];
});

/** Ends of lines, and what nobody sees at the beginning of one. */
const BREAKS = [
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u0085',
  '\v',
  '\n\u200b',
  '\n\u202e',
  '\n\u2060 ',
  '\n- ',
  '\n\ufeff',
] as const;

/** A text with all forms, each on what may become a line of its own, and one after what fills a row of a phone. */
export const FAKE_LINES: string = [
  // Some payloads read the circle at the very beginning as the severity, which it then is.
  '库存',
  ...FORMS.map((form, index) => `${BREAKS[index % BREAKS.length]}${form}${TOKEN}`),
  `${'填'.repeat(18)}🔴 ${wordsOf('zh-CN').status.alarm} | ${TOKEN}`,
].join('');

const HOST = `${TOKEN}.example`;

/** Addresses that seem to lead elsewhere, and markup that hides where it leads. */
export const FAKE_LINKS: readonly string[] = [
  `https://console.aws.amazon.com@${HOST}/cloudwatch`,
  `https://console.aws.amazon.com:443@${HOST}`,
  `https://console.aws.amazon.com.${HOST}/home`,
  `http://console.aws.amazon.com/${TOKEN}`,
  `https://con\u0455ole.aws.amazon.com/${TOKEN}`,
  `https://${HOST}/\u202emoc.nozama.swa.elosnoc//:sptth`,
  `https://\u200b${HOST}/\u200b`,
  `https://${HOST}/](https://console.aws.amazon.com)`,
  `[https://console.aws.amazon.com](https://${HOST})`,
  `<a href="https://${HOST}">https://console.aws.amazon.com</a>`,
  `https:\\\\console.aws.amazon.com@${HOST}`,
];
