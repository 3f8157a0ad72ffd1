import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRoutes } from '../../scripts/routes-file/read-routes.js';
import { describedAlarms } from '../../scripts/routes-report/described-alarms.js';
import { parseMoment } from '../../scripts/routes-report/parse-moment.js';
import { warningsOf } from '../../scripts/routes-report/warnings.js';
import { whoIsCalled } from '../../scripts/routes-report/who-is-called.js';
import { readJsonFile } from '../../scripts/samples/read-json-file.js';
import { readSample, type SampleConfig } from '../../scripts/samples/read-sample.js';
import { readConfig } from '../../src/app/config.js';
import type { Draft } from '../../src/domain/notification.js';
import { isRoutes } from '../../src/routing/is-routes.js';
import { route } from '../../src/routing/route.js';
import { recoveryOf } from './drafts.js';

const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-company-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ALARMS = 'docs/examples/company-alarms.json';
const EVENTS = ['events/rds/cluster-failure.json', 'events/guardduty/high-instance.json'];
/** The table's columns: an ordinary Saturday night, a holiday, a Saturday worked for it. */
const MOMENTS = ['2026-11-28 03:00', '2026-10-02 14:00', '2026-10-10 14:00'];
const MAX_LINES = 70;

/** The words of the table in each language of the document. */
const DOCUMENTS = [
  {
    file: 'docs/routing.zh-CN.md',
    heading: '## 一家公司，三个团队',
    colon: '：',
    semicolon: '；',
    muted: '（静默）',
    dropped: '（不显示）',
  },
  {
    file: 'docs/routing.md',
    heading: '## A company of three teams',
    colon: ': ',
    semicolon: '; ',
    muted: '(muted)',
    dropped: '(not shown)',
  },
] as const;

type Document = (typeof DOCUMENTS)[number];

/** Returns the rules of the document, as its reader would copy them, and the rows of the table after them. */
function readDocument({ file, heading }: Document): { readonly yaml: string; readonly rows: readonly string[] } {
  const text = readFileSync(file, 'utf8');
  const begin = text.indexOf(heading);
  const section = text.slice(begin, text.indexOf('\n## ', begin + 1));
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(section) ?? [];
  return { yaml, rows: section.split('\n').filter((line) => line.startsWith('| `')) };
}

function configOf(yaml: string): SampleConfig {
  const file = join(folder, 'routes.yml');
  writeFileSync(file, yaml);
  return { ...readConfig({ MENTION_ON_ALARM: '@all' }), routes: readRoutes(file) };
}

/** Returns the rows that are true. */
async function rowsOf(config: SampleConfig, document: Document): Promise<readonly string[]> {
  const at = MOMENTS.map((moment) => parseMoment(moment, 0, config.timeZone) ?? 0);
  const alarms = await describedAlarms(readJsonFile(ALARMS), config, at[0] ?? 0);
  const events = await Promise.all(
    EVENTS.map(async (file) => {
      const { drafts } = await readSample(readJsonFile(file), config);
      return drafts.map((draft) => ({ name: file, draft }));
    }),
  );
  return [...alarms, ...events.flat()].map(({ name, draft }) => rowOf(name, draft, config, at, document));
}

function rowOf(name: string, draft: Draft, config: SampleConfig, at: readonly number[], document: Document): string {
  const { colon, semicolon, muted, dropped } = document;
  const { severity, by, rule } = route(draft, config, 0).severity;
  const account = config.routes.accounts[draft.origin.account ?? ''] ?? '';
  const called = at.map((moment) => {
    const { notifications, isMuted } = route(draft, config, moment);
    if (notifications.length === 0) return isMuted ? muted : dropped;
    return notifications.map(({ robot, mentions }) => `${robot}${colon}${whoIsCalled(mentions)}`).join(semicolon);
  });
  const decided = `${severity}${colon}${rule ?? by}`;
  return `| ${[`\`${name}\``, account, decided, ...called].join(' | ')} |`;
}

describe.each(DOCUMENTS)('the company of three teams in $file', (document) => {
  const { yaml, rows } = readDocument(document);

  it('its rules fit on a page, compile, and none of them can never match', () => {
    expect(yaml.trimEnd().split('\n').length).toBeLessThanOrEqual(MAX_LINES);
    const { routes } = configOf(yaml);
    expect(routes.rules.length).toBeGreaterThan(8);
    expect(isRoutes(JSON.parse(JSON.stringify(routes)))).toBe(true);
    expect(warningsOf(routes)).toEqual([]);
  });

  it('its table says who is called', async () => {
    expect(rows).toEqual(await rowsOf(configOf(yaml), document));
  });

  it('recoveries reach the groups that their alarms reached, and call nobody', async () => {
    const config = configOf(yaml);
    for (const { draft } of await describedAlarms(readJsonFile(ALARMS), config, 0)) {
      const alarm = route(draft, config, 0).notifications.map(({ robot }) => robot);
      const recovered = route(recoveryOf(draft), config, 0).notifications;
      expect(recovered.map(({ robot }) => robot)).toEqual(alarm);
      expect(recovered.map(({ mentions }) => whoIsCalled(mentions)).filter((who) => who !== '-')).toEqual([]);
    }
  });
});
