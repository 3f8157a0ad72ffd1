import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { runScript } from '../support/run-script.js';

const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-preview-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = 'events/plain/text.json';
const MUTED = 'events/cloudwatch-eventbridge/muted.json';
const broken = join(folder, 'broken.json');
writeFileSync(broken, '{');

const preview = (...args: readonly string[]) => runScript('scripts/preview.ts', args, {});

describe('npm run preview', () => {
  test('npm run preview: if no file can be shown it exits 1, and says why on standard error', async () => {
    const { code, out, err } = await preview(broken, `${folder}/none.json`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${broken}\n  not shown: Cannot read the file as it must hold JSON`);
    expect(err).toContain(`${folder}/none.json\n  not shown: Cannot read the file as there is no such file (ENOENT)`);
  });

  test('npm run preview: with one file shown it exits 0, and says all the same why the other is not', async () => {
    const { code, out, err } = await preview(broken, GOOD);
    expect([code, out]).toEqual([0, expect.stringContaining(GOOD)]);
    expect(err).toContain('must hold JSON');
  });

  test('npm run preview: with a wrong setting it exits 1, and says only which', async () => {
    const { code, out, err } = await runScript('scripts/preview.ts', [GOOD], { TIME_ZONE: 'Mars' });
    expect([code, out, err]).toEqual([1, '', 'Cannot read TIME_ZONE as an IANA time zone: current value is "Mars"\n']);
  });

  test('npm run preview: what is left out by design is shown as such, and exits 0', async () => {
    const { code, out, err } = await preview(MUTED);
    expect([code, out, err]).toEqual([0, expect.stringContaining('not shown by design'), '']);
  });

  test('npm run preview: --summary shows the summaries of played mornings, with or without a file', async () => {
    const { code, out, err } = await preview('--summary');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('  │ 🟢 告警简报 | 一切正常\n');
    expect((await preview('--summary', GOOD)).out).toContain(GOOD);
  });

  test('npm run preview: --json has a line for what cannot be shown, too', async () => {
    const { code, out, err } = await preview('--json', broken);
    expect([code, JSON.parse(out)]).toEqual([1, { file: broken, error: expect.stringContaining('must hold JSON') }]);
    expect(err).toContain('must hold JSON');
  });
});

describe('output that nobody reads to its end', () => {
  /** More than a pipe holds. */
  const files = readdirSync('events', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join('events', file));

  test.each(['preview', 'routes'])('npm run %s | head ends quietly with exit code 0', async (name) => {
    const script = `{ "$0" --import tsx scripts/${name}.ts "$@"; echo "exit $?" >&2; } | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', script, process.execPath, ...files, ...files]);
    expect([stdout.trim().split('\n').length, stderr]).toEqual([1, 'exit 0\n']);
  });
});
