import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROWS } from '../../deploy/setting-rules.js';
import { createFeed } from '../../local/group/feed.js';
import { startGroupHost } from '../../local/group-server/host.js';
import { createGroupServer } from '../../local/group-server/server.js';
import { closeServer } from '../../local/net/loopback-server.js';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { DEFAULT_ROBOT } from '../../src/domain/notification.js';
import { NO_ROUTES, type Routes } from '../../src/routing/rule.js';
import { localSpeechOf } from '../../src/text/local-speeches.js';
import type { Language } from '../../src/text/words.js';
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

async function serveUntilStopped(
  options: LocalOptions,
  { language, messageLanguage, env, print }: LocalParts,
  { folder, routes }: { readonly folder: string; readonly routes: Routes },
): Promise<void> {
  const speech = localSpeechOf(language);
  const feed = createFeed(Date.now);
  let listens: (port: number) => void = () => {};
  const listening = new Promise<number>((resolve) => {
    listens = resolve;
  });
  const host = listening.then((port) =>
    startGroupHost({
      ...{ functionFolder: folder, routes, feed, robots: robotsOf(routes) },
      // The links in messages lead to the door.
      env: { ACK_URL: `http://127.0.0.1:${port}`, ...ownSettings(env) },
      settings: {
        ...{ language: options.language ?? messageLanguage, format: 'text', speed: options.speed },
        ...(env['ALARM_GRAPH'] === 'on' && { graph: true }),
      },
    }),
  );
  const server = createGroupServer(host, feed);
  const port = await listenAsChosen(server, options, { speech, print });
  listens(port);
  const { stop } = await host;
  print(speech.welcome({ url: `http://127.0.0.1:${port}`, token: SAMPLE_TOKEN }));
  await untilStopped();
  await closeServer(server);
  await stop();
  print(speech.ended);
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
