import { readFileSync } from 'node:fs';
import { systemClock } from '../src/base/clock.js';
import type { Draft } from '../src/domain/notification.js';
import { type Check, checksOf } from '../src/routing/match-rule.js';
import { route } from '../src/routing/route.js';
import { subjectOf } from '../src/routing/subject.js';
import type { Command } from './command-line/command.js';
import { endQuietlyWhenUnread } from './command-line/end-quietly-when-unread.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';
import { readSample, readSampleConfig, type SampleConfig } from './samples/read-sample.js';

const COMMAND = {
  usage: 'npm run -s routes',
  positionals: 'FILE…',
  about: 'Explains how each rule of routes.yml treats the event of each file. Sends nothing.',
  options: {},
  exitCodes: { 0: 'explained', 1: 'a file could not be read' },
} as const satisfies Command;

/** Explains for each rule whether it applies to the event of a file and why, and who finally receives the message. */
function explain(draft: Draft, config: SampleConfig): readonly string[] {
  const { notifications, rules, severity } = route(draft, config, systemClock.now());
  const subject = subjectOf(draft, severity.severity);
  const verdicts = config.routes.rules.map((one) => {
    const checks = checksOf(one, subject);
    const yes = checks.every(({ matches }) => matches === 'yes');
    const decides = rules.includes(one) ? ' ← decides' : '';
    return [`  ${yes ? 'yes' : 'no '} ${one.name}${decides}`, ...checks.map(checkLine)].join('\n');
  });
  const targets = notifications.map(
    ({ robot, mentions, format }) => `  → robot ${robot}, ${format}, mentions ${JSON.stringify(mentions)}`,
  );
  const none = config.routes.rules.length === 0 ? ['  routes.yml has no rules'] : [];
  return [
    `${draft.renderer}: ${draft.title}`,
    ...none,
    ...verdicts,
    ...(targets.length > 0 ? targets : ['  → dropped']),
  ];
}

function checkLine({ looksAt, found, wants, matches }: Check): string {
  return `        ${matches === 'yes' ? '✓' : '✗'} ${looksAt} is ${found.join(', ') || 'unknown'}, the rule wants ${wants.join(' or ')}`;
}

const { positionals: files } = readCommandLine(COMMAND);
endWithMessage();
if (files.length === 0) misuse(COMMAND, 'Cannot explain the rules as there must be a file: current value is empty');
endQuietlyWhenUnread();
const config = readSampleConfig();
for (const file of files) {
  const { drafts, skipped } = await readSample(JSON.parse(readFileSync(file, 'utf8')), config);
  console.log(`${file}`);
  for (const draft of drafts) console.log(explain(draft, config).join('\n'));
  for (const { renderer, skipped: why } of skipped) console.log(`${renderer}: not shown: ${why}`);
  console.log('');
}
