import { fileURLToPath } from 'node:url';
import { SUMMARY_CASES } from '../local/summary/cases.js';
import { textOf } from '../local/wecom/show.js';
import { createWithGraph } from '../src/app/with-graph.js';
import { systemClock } from '../src/base/clock.js';
import { isObject } from '../src/base/json.js';
import { silentLog } from '../src/base/log.js';
import type { Draft, Notification, Skipped } from '../src/domain/notification.js';
import { route } from '../src/routing/route.js';
import { wordsOf } from '../src/text/words.js';
import type { WecomMessage } from '../src/wecom/api/message.js';
import { compose } from '../src/wecom/compose/compose.js';
import { partsOf } from '../src/wecom/compose/parts.js';
import type { Command } from './command-line/command.js';
import { endQuietlyWhenUnread } from './command-line/end-quietly-when-unread.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';
import { readJsonFile } from './samples/read-json-file.js';
import { readSample, readSampleConfig, type SampleConfig } from './samples/read-sample.js';

const COMMAND = {
  usage: 'npm run -s preview',
  positionals: 'FILE…',
  about: 'Shows the messages that the event of each file becomes. Sends nothing.',
  options: {
    json: { type: 'boolean', default: false, about: 'one line of JSON for each notification' },
    summary: { type: 'boolean', default: false, about: 'the summaries of some mornings that are played' },
  },
  exitCodes: { 0: 'shown, or left out by design', 1: 'nothing could be shown' },
} as const satisfies Command;

/** One line of `--json`: the result for one notification of a file. */
interface PreviewLine {
  readonly file: string;
  readonly source: string;
  readonly renderer: string;
  readonly severity?: string;
  readonly title?: string;
  readonly link?: string | null;
  readonly mentions?: unknown;
  readonly robot?: string;
  /** The rules that decided. Absent if no rule matched. */
  readonly rule?: string;
  readonly skipped?: string;
  /** The widget that CloudWatch draws for the picture that may follow. */
  readonly graph?: unknown;
  readonly messages: readonly WecomMessage[];
}

/** The reason why a file becomes no message. */
type Failure = { readonly file: string; readonly error: string };

/**
 * Resolves to one line per notification of a file's event, without sending anything. The HTTP door is opened for it.
 */
export async function previewFile(file: string, config: SampleConfig): Promise<readonly (PreviewLine | Failure)[]> {
  try {
    return await previewEvent(file, readJsonFile(file), config);
  } catch (error) {
    return [failureOf(file, error)];
  }
}

function failureOf(file: string, error: unknown): Failure {
  return { file, error: error instanceof Error ? error.message : String(error) };
}

async function previewEvent(
  file: string,
  event: unknown,
  config: SampleConfig,
): Promise<readonly (PreviewLine | Failure)[]> {
  const incoming = await readSample(event, config);
  const shown = incoming.drafts.flatMap((draft) => linesOf(file, draft, config));
  const lines = [...shown, ...incoming.skipped.map((skipped) => skippedLineOf(file, skipped))];
  if (lines.length === 0) return [{ file, error: refusalOf(incoming.respond([])) }];
  return [...lines, ...(incoming.unread ?? []).map((error) => failureOf(file, error))];
}

/** Returns one line per robot that the draft goes to, with the messages of all its parts. */
function linesOf(file: string, draft: Draft, config: SampleConfig): readonly PreviewLine[] {
  const words = wordsOf(config.language);
  const { notifications, rules, isMuted } = route(draft, config, systemClock.now());
  const rule = rules.map(({ name }) => name).join(' + ');
  if (notifications.length === 0)
    return [
      skippedLineOf(file, {
        ...draft,
        source: draft.origin.source,
        skipped: `${isMuted ? 'Muted' : 'Dropped'} by the rule ${rule}`,
      }),
    ];
  return notifications.map((notification) => {
    const messages = partsOf(notification, words).flatMap((part) => compose(part, words));
    return { ...lineOf(file, notification, messages), ...(rule !== '' && { rule }), ...graphOf(notification, config) };
  });
}

/** Returns the picture that may follow, if `ALARM_GRAPH` and the rules want one. */
function graphOf(notification: Notification, { timeZone }: SampleConfig): Pick<PreviewLine, 'graph'> {
  const ownAccount = () => notification.origin.account;
  const { graph } = createWithGraph({ ownAccount, timeZone, log: silentLog })(notification);
  return graph ? { graph: JSON.parse(graph.widget) } : {};
}

function lineOf(file: string, notification: Notification, messages: readonly WecomMessage[]): PreviewLine {
  const { origin, renderer, severity, title, mentions, robot } = notification;
  const link = notification.kind === 'rendered' ? (notification.link ?? null) : null;
  return { file, source: origin.source, renderer, severity, title, link, mentions, robot, messages };
}

function skippedLineOf(file: string, { source, renderer, skipped }: Skipped): PreviewLine {
  return { file, source, renderer, skipped, messages: [] };
}

/** Returns the error that an HTTP caller would receive. */
function refusalOf(answer: unknown): string {
  const { statusCode, body } = isObject(answer) ? answer : {};
  return `Cannot show the request as its caller is answered HTTP ${String(statusCode)}: ${String(body)}`;
}

/** Formats the line for a person. */
function shownLine(line: PreviewLine | Failure): string {
  if ('error' in line) return `${line.file}\n  not shown: ${line.error}\n`;
  if (line.skipped) return `${line.file}\n  not shown by design (${line.renderer}): ${line.skipped}\n`;
  const rule = line.rule ? `rule “${line.rule}”` : 'no rule matched';
  const way = `${line.source} → ${line.renderer} (${line.severity}) → robot ${line.robot}, ${rule}`;
  const bubbles = line.messages.map((message) => textOf(message).replace(/^/gm, '  │ '));
  const picture = line.graph ? ['  ▣ the picture of its metric follows, unless anything else waits'] : [];
  return [line.file, `  ${way}`, ...bubbles, ...picture, ''].join('\n');
}

/** Resolves to the summaries of mornings that are played, one line each: they are of no event. */
async function summaryLines(config: SampleConfig): Promise<readonly PreviewLine[]> {
  // AWS's client comes with it, which the events of files do without.
  const { playMorning } = await import('./samples/play-morning.js');
  const words = wordsOf(config.language);
  const lines = Object.entries(SUMMARY_CASES).map(async ([name, morning]) =>
    (await playMorning(morning, config)).map((one) => lineOf(name, one, compose(one, words))),
  );
  return (await Promise.all(lines)).flat();
}

/** Prints what each file becomes, and on standard error what cannot be shown. Resolves to the exit code. */
async function preview(files: readonly string[], isJson: boolean, hasSummary: boolean): Promise<number> {
  const config = readSampleConfig();
  let couldShow = false;
  const summaries = hasSummary ? [await summaryLines(config)] : [];
  for (const lines of [...summaries, ...files.map((file) => previewFile(file, config))]) {
    for (const line of await lines) {
      const isFailure = 'error' in line;
      if (isFailure) console.error(shownLine(line));
      if (isJson) console.log(JSON.stringify(line));
      else if (!isFailure) console.log(shownLine(line));
      couldShow ||= !isFailure;
    }
  }
  return couldShow ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = readCommandLine(COMMAND);
  endWithMessage();
  if (positionals.length === 0 && !values.summary)
    misuse(COMMAND, 'Cannot show anything as there must be a file: current value is empty');
  endQuietlyWhenUnread();
  process.exitCode = await preview(positionals, values.json, values.summary);
}
