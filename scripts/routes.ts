import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readConfig } from '../src/app/config.js';
import { systemClock } from '../src/base/clock.js';
import { cloneLanguage } from './command-line/clone-language.js';
import type { Command } from './command-line/command.js';
import { endQuietlyWhenUnread } from './command-line/end-quietly-when-unread.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { fileFault } from './command-line/file-fault.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';
import { readRoutesFile } from './routes-file/read-routes.js';
import { MOMENT_FORMS, parseMoment } from './routes-report/parse-moment.js';
import { reportRoutes } from './routes-report/report-routes.js';
import { secretNames } from './routes-report/secret-names.js';
import { FileError } from './samples/read-json-file.js';
import { OWN_ROUTES } from './samples/read-sample.js';

const COMMAND = {
  usage: 'npm run -s routes',
  positionals: '[FILE…]',
  about: `Shows for the event of each file, or for alarms, how bad it is and what decided that, which rules take it, which group is
told and who is called, now and at 3 in the morning. Warns of rules that can never match. Sends nothing.`,
  options: {
    at: { type: 'string', value: 'MOMENT', about: "who is called then: 'Sat 03:00', '03:00', '2026-12-26 03:00'" },
    alarm: { type: 'string', value: 'NAME', about: 'an alarm of this name, of the file of --alarms if there is one' },
    alarms: { type: 'string', value: 'FILE', about: 'all alarms in the output of aws cloudwatch describe-alarms' },
    secret: { type: 'string', value: 'FILE', about: 'warns of robots and people that the secret in this file lacks' },
    routes: { type: 'string', value: 'FILE', about: 'other rules than those of routes.yml' },
    why: { type: 'boolean', default: false, about: 'explains what each rule looks at and finds' },
    layer: {
      type: 'boolean',
      default: false,
      about: 'shows nothing: writes a layer with the rules, for functions that are deployed',
    },
    out: { type: 'string', value: 'FILE', default: 'routes-layer.zip', about: 'the file of the layer' },
  },
  exitCodes: { 0: 'shown or written', 1: 'a file could not be read' },
} as const satisfies Command;

const { values, positionals: files } = readCommandLine(COMMAND);
endWithMessage();
endQuietlyWhenUnread();
const config = readConfig(process.env);
const now = systemClock.now();
const at = values.at === undefined ? undefined : parseMoment(values.at, now, config.timeZone);
if (values.at !== undefined && at === undefined)
  misuse(COMMAND, `Cannot read --at as it must be ${MOMENT_FORMS}: current value is ${values.at}`);
const file = values.routes ?? OWN_ROUTES;
process.exitCode = await (values.layer ? writeLayer() : show());

/** Resolves to the exit code. */
async function show(): Promise<number> {
  const { routes, lineOf } = readRoutesFile(file);
  const { out, errors } = await reportRoutes(
    {
      files,
      ...{ alarm: values.alarm, alarms: values.alarms, at, isExplained: values.why },
      secret: values.secret === undefined ? undefined : secretNames(textOf(values.secret), values.secret),
      routesFile: { name: relative(process.cwd(), file), lineOf },
    },
    { ...config, routes },
    now,
  );
  if (out.length > 0) console.log(out.join('\n'));
  for (const error of errors) console.error(error);
  return errors.length > 0 ? 1 : 0;
}

/** Resolves to the exit code. */
async function writeLayer(): Promise<number> {
  if (files.length > 0)
    misuse(COMMAND, `Cannot make a layer of events as it has rules only: current value is ${files.join(', ')}`);
  // Loaded on use: what it is made of is the template's.
  const { runRoutesLayer } = await import('./template/run-template.js');
  return runRoutesLayer(['--layer', '--routes', file, '--out', values.out], {
    command: 'npm run routes --',
    language: cloneLanguage(),
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}

function textOf(secretFile: string): string {
  try {
    return readFileSync(secretFile, 'utf8');
  } catch (cause) {
    throw new FileError(`${secretFile}: ${fileFault(cause, 'secret')}`, { cause });
  }
}
