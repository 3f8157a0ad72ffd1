import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSamples, type Sample } from '../local/samples/samples.js';
import { SUMMARY_CASES, type SummaryCase } from '../local/summary/cases.js';
import { textOf } from '../local/wecom/show.js';
import { readConfig } from '../src/app/config.js';
import { route } from '../src/routing/route.js';
import { NO_ROUTES } from '../src/routing/rule.js';
import { LANGUAGES, type Language, wordsOf } from '../src/text/words.js';
import { compose } from '../src/wecom/compose/compose.js';
import { partsOf } from '../src/wecom/compose/parts.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { fenced } from './samples/fenced.js';
import { playMorning } from './samples/play-morning.js';
import { readSample, type SampleConfig } from './samples/read-sample.js';

const COMMAND = {
  usage: 'npm run gallery',
  about: 'Writes docs/gallery.md: every event of events/ as the message that it becomes.',
  options: {},
  exitCodes: { 0: 'written', 1: 'not written' },
} as const satisfies Command;

/** The path of the gallery. */
export const GALLERY_FILE = fileURLToPath(new URL('../docs/gallery.md', import.meta.url));

const HEAD = `# Gallery

Every sample of [\`events/\`](../events) as the message it becomes, in Chinese and in English. Made by \`npm run gallery\`; a test
keeps it current.
`;

/** The time of samples that hold none. */
const NOW = Date.UTC(2026, 10, 22, 3, 20);

/** The account's name by language, else {@link ACCOUNT}. */
const ACCOUNTS: Readonly<Partial<Record<Language, string>>> = { 'zh-CN': '生产' };
const ACCOUNT = 'Production';

function configFor(language: Language): SampleConfig {
  const env = { MESSAGE_LANGUAGE: language, ACCOUNT_NAMES: `111122223333=${ACCOUNTS[language] ?? ACCOUNT}` };
  return { ...readConfig(env), routes: NO_ROUTES };
}

/** Resolves to the messages of one sample as texts, or to the reason why it is not shown. */
async function messagesOf({ event }: Sample, language: Language): Promise<readonly string[]> {
  const config = configFor(language);
  const words = wordsOf(language);
  const { drafts, skipped } = await readSample(event, config, NOW);
  const notifications = drafts.flatMap((draft) => route(draft, config, draft.occurredAt).notifications);
  const shown = notifications.flatMap((notification) =>
    partsOf(notification, words).flatMap((part) => compose(part, words)),
  );
  return [...shown.map(textOf), ...skipped.map((one) => `(not shown: ${one.skipped})`)];
}

async function entryOf(sample: Sample): Promise<string> {
  const bubbles = await Promise.all(LANGUAGES.map((language) => messagesOf(sample, language)));
  const [name = ''] = sample.file.split('/').slice(-1);
  return [`### ${name.replace(/\.json$/, '')}`, ...bubbles.flat().map((text) => fenced(text))].join('\n\n');
}

/** Resolves to a morning's summary as texts. */
async function summaryTexts(morning: SummaryCase, language: Language): Promise<readonly string[]> {
  const words = wordsOf(language);
  const told = await playMorning(morning, configFor(language));
  return told.flatMap((one) => compose(one, words)).map(textOf);
}

async function summarySection(): Promise<string> {
  const entries = Object.entries(SUMMARY_CASES).map(async ([name, morning]) => {
    const bubbles = await Promise.all(LANGUAGES.map((language) => summaryTexts(morning, language)));
    return [`### ${name}`, ...bubbles.flat().map((text) => fenced(text))].join('\n\n');
  });
  return ['## the summary, of mornings that were played', ...(await Promise.all(entries))].join('\n\n');
}

/** The picture that may follow an alarm, as the stand-in of CloudWatch draws the widget of a sample. */
const PICTURE = `## the picture of the metric, after an alarm that comes alone

![The metric of an alarm with its threshold and the moment of the change](graph.png)
`;

/** Resolves to the whole gallery as markdown. */
export async function gallery(): Promise<string> {
  const folders = await readSamples();
  const sections = folders.map(async ({ name, samples }) => {
    const entries = await Promise.all(samples.map(entryOf));
    return [`## ${name}`, ...entries].join('\n\n');
  });
  return `${[HEAD, ...(await Promise.all([...sections, PICTURE, summarySection()]))].join('\n')}\n`;
}

/** Returns the gallery stored in docs/. */
export function readGallery(): string {
  return readFileSync(GALLERY_FILE, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readCommandLine(COMMAND);
  writeFileSync(GALLERY_FILE, await gallery());
}
