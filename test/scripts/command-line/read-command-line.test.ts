import { describe, expect, it } from 'vitest';
import type { Command } from '../../../scripts/command-line/command.js';
import { parseCommandLine } from '../../../scripts/command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run weigh',
  required: '--unit kg|lb',
  positionals: 'FILE…',
  about: 'Weighs each file.',
  options: {
    unit: { type: 'string', value: 'kg|lb', default: 'kg', about: 'what it is told in' },
    dry: { type: 'boolean', short: 'd', about: 'only lists' },
  },
  exitCodes: { 0: 'weighed', 1: 'not weighed' },
} as const satisfies Command;
const BARE = { usage: 'npm run rest', about: 'Rests.', options: {}, exitCodes: { 0: 'rested' } } as const;

const HELP = `Usage: npm run weigh -- --unit kg|lb [options] FILE…

Weighs each file.

  --unit kg|lb  what it is told in; default kg
  -d, --dry     only lists
  -h, --help    print this

Exit codes: 0 weighed, 1 not weighed, 2 wrong usage`;

describe('parseCommandLine', () => {
  it('parseCommandLine: options and arguments, with the defaults of those that are not given', () => {
    expect(parseCommandLine(COMMAND, ['-d', 'a.json', 'b.json'])).toMatchObject({
      kind: 'given',
      values: { unit: 'kg', dry: true },
      positionals: ['a.json', 'b.json'],
    });
  });

  it.each([[['--help']], [['-h']], [['a.json', '--unit', 'lb', '--help']]])(
    'parseCommandLine: %j is answered with the help, whatever else is given',
    (args) => {
      expect(parseCommandLine(COMMAND, args)).toEqual({ kind: 'help', text: HELP });
    },
  );

  it('parseCommandLine: a script without options has a help, too', () => {
    const text = 'Usage: npm run rest\n\nRests.\n\n  -h, --help  print this\n\nExit codes: 0 rested, 2 wrong usage';
    expect(parseCommandLine(BARE, ['-h'])).toEqual({ kind: 'help', text });
  });

  it.each([
    ['an unknown option', ['--weight', '7'], "Unknown option '--weight'"],
    ['an option without its value', ['--unit'], "Option '--unit <value>' argument missing"],
    ['a value of an option that has none', ['--dry=yes'], "Option '-d, --dry' does not take an argument"],
  ])('parseCommandLine: %s is wrong usage, and is named', (_, args, why) => {
    const text = `Cannot run the script as its arguments are wrong: ${why}`;
    expect(parseCommandLine(COMMAND, args)).toEqual({ kind: 'misuse', text });
  });

  it('parseCommandLine: an argument of a script that takes none is wrong usage, and is named', () => {
    expect(parseCommandLine(BARE, ['now'])).toMatchObject({
      kind: 'misuse',
      text: expect.stringContaining("Unexpected argument 'now'"),
    });
  });
});
