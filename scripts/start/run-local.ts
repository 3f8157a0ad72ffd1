import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROWS } from '../../deploy/setting-rules.js';
import type { GroupSettings } from '../../local/group/entry.js';
import { createFeed } from '../../local/group/feed.js';
import { answerUnreadable } from '../../local/group-server/answer-unreadable.js';
import { startGroupHost } from '../../local/group-server/host.js';
import { createGroupHandler } from '../../local/group-server/server.js';
import { recordMessages } from '../../local/messages/record-messages.js';
import { closeServer } from '../../local/net/loopback-server.js';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { DEFAULT_ROBOT } from '../../src/domain/robot-name.js';
import { NO_ROUTES, type Routes } from '../../src/routing/rule.js';
import { localSpeechOf } from '../../src/text/local-speeches.js';
import type { Language } from '../../src/text/words.js';
import { keepMessages } from './keep-messages.js';
import { listenAsChosen } from './listen-as-chosen.js';
import { type LocalOptions, readLocalOptions } from './options.js';

/** The rule of the page's alarm that stays. */
const STAYING_RULES = fileURLToPath(new URL('../../local/samples/staying-alarm.yml', import.meta.url));

/** The settings of a team, for those that the environment lacks. */
const TEAM = { ACCOUNT_NAMES: '111122223333=生产', MENTION_ON_ALARM: '王芳' };
/** Variables that the page sets, or the servers that stand in for AWS and WeCom. */
const DECIDED_HERE: ReadonlySet<string> = new Set([
  'MESSAGE_LANGUAGE',
  'MESSAGE_FORMAT',
  'ROBOT_SECRET_ID',
  'WECOM_BASE_URL',
]);

/** The parts that differ between a clone and the npm package. */
export interface LocalParts {
  /** The command as it is typed. */
  readonly command: string;
  /** Of the lines in the terminal. */
  readonly language: Language;
  /** Of messages, unless `--language` says another. */
  readonly messageLanguage: Language;
  /** Puts the built function into a folder. */
  putFunction(folder: string): Promise<void>;
  /** The file with the rules unless `--routes` names another. Default: no rules. */
  readonly routesFile?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  complain(line: string): void;
}

/** Runs the group page until it is stopped. Resolves to the exit code. */
export async function runLocal(argv: readonly string[], parts: LocalParts): Promise<number> {
  const speech = localSpeechOf(parts.language);
  try {
    const options = readLocalOptions(argv, speech);
    if (options === 'help') parts.print(speech.usage(parts.command));
    else await start(options, parts);
    return 0;
  } catch (error) {
    // A bad option, a broken routes.yml, no free port: the message says everything.
    parts.complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

async function start(options: LocalOptions, parts: LocalParts): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-local-'));
  try {
    const routes = await rulesOf(options.routes ?? parts.routesFile);
    await parts.putFunction(folder);
    await serveUntilStopped(options, parts, { folder, routes });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function serveUntilStopped(options: LocalOptions, parts: LocalParts, built: Built): Promise<void> {
  const speech = localSpeechOf(parts.language);
  const terminal = { ...parts, speech };
  const feed = createFeed(Date.now);
  // What is started has to know the port, and whoever asks meanwhile waits.
  let starts: (started: Started) => void = () => {};
  const started = new Promise<Started>((resolve) => {
    starts = resolve;
  });
  const server = createServer((request, response) => void started.then(({ serve }) => serve(request, response)));
  answerUnreadable(server);
  const port = await listenAsChosen(server, options, terminal);
  try {
    const kept = await keepMessages(port, options, terminal);
    recordMessages(feed, kept.messages);
    const host = await startGroupHost({ ...groupOptions(port, options, parts, built), feed, messages: kept.messages });
    starts({ serve: createGroupHandler({ host, feed, messages: kept.messages }) });
    const { file } = kept;
    parts.print(speech.welcome({ url: addressOf(port), token: SAMPLE_TOKEN, ...(file !== undefined && { file }) }));
    await untilStopped();
    await closeServer(server);
    await host.stop();
    await kept.flush();
  } finally {
    await closeServer(server);
  }
  parts.print(speech.ended);
}

/** The built function and its rules. */
interface Built {
  readonly folder: string;
  readonly routes: Routes;
}

interface Started {
  readonly serve: ReturnType<typeof createGroupHandler>;
}

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

function groupOptions(port: number, options: LocalOptions, { env, messageLanguage }: LocalParts, built: Built) {
  const settings: GroupSettings = {
    ...{ language: options.language ?? messageLanguage, format: 'text', speed: options.speed },
    ...(env['ALARM_GRAPH'] === 'on' && { graph: true }),
  };
  // The links in messages lead to the door.
  const own = { ACK_URL: addressOf(port), ...ownSettings(env) };
  return { functionFolder: built.folder, routes: built.routes, robots: robotsOf(built.routes), env: own, settings };
}

/** Returns the rules of a file, if there is one, with that of the page's alarm that stays, which comes first. */
async function rulesOf(file: string | undefined): Promise<Routes> {
  // Loaded on use: what checks rules is larger than all the rest.
  const { readRoutes } = await import('../routes-file/read-routes.js');
  const own = file === undefined ? NO_ROUTES : readRoutes(file);
  return { ...own, rules: [...readRoutes(STAYING_RULES).rules, ...own.rules] };
}

/** Returns the default robot, that of the samples, and those that the rules name. */
function robotsOf({ rules }: Routes): readonly string[] {
  return [...new Set([DEFAULT_ROBOT, 'dba', ...rules.flatMap((rule) => rule.robots ?? [])])];
}

/** Returns the deployment's settings that are in the environment. */
function ownSettings(env: LocalParts['env']): Record<string, string> {
  const given = ROWS.flatMap(([, { env: name }]) => {
    const value = name && !DECIDED_HERE.has(name) && env[name];
    return value ? [[name, value] as const] : [];
  });
  return { ...TEAM, ...Object.fromEntries(given) };
}

/** Resolves at Ctrl-C, or when a process manager or a closed terminal ends us. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
