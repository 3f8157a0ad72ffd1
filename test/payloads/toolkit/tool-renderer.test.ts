import { describe, expect, it } from 'vitest';
import type { RenderedContent } from '../../../src/domain/content.js';
import { type Tool, webhook } from '../../../src/payloads/toolkit/tool.js';
import { toolRenderer } from '../../../src/payloads/toolkit/tool-renderer.js';
import { type OnRenderFailure, renderWith } from '../../../src/renderers/generic/render-with.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { NOW, renderContext } from '../../support/read-context.js';

const TOOL = webhook({
  name: 'ci',
  service: 'CI',
  match: { keys: { ci: true } },
  event: ['header:X-CI-Event', 'ci'],
  common: { labels: { project: 'project' }, link: ['https://ci.example.com/{id}', 'url'] },
  rows: {
    tested: { when: { ci: 'run', trial: true }, test: true, details: 'trial' },
    'run|rerun': {
      kind: 'pipeline',
      name: '{project} #{id}',
      state: 'state',
      going: ['running'],
      verdict: { 'unstable|flaky': ['warning', 'failed'] },
      fields: { branch: 'ref', duration: 'took as seconds', time: ['at as time', 'at'] },
      details: 'said',
    },
    'alert.*': { name: 'title', state: 'state', grade: 'level', thing: 'id' },
    list: { each: { path: 'all', name: 'name', told: ['why'], state: 'state', onlyBad: true } },
    everything: { each: { path: 'all', name: 'name' }, name: 'ci' },
  },
});

/** Renders a body as the tool's, and lists what failed. */
function show(body: Record<string, unknown>, headers: Record<string, string> = {}, tool: Tool = TOOL) {
  const failures: string[] = [];
  const onFailure: OnRenderFailure = (name, error) => failures.push(`${name}: ${String(error)}`);
  const renderer = toolRenderer(tool, body, { header: (name) => headers[name] });
  const event = { ...emptyEvent('http', 'http:1', NOW), detail: body };
  const content = renderer && (renderWith(renderer, event, renderContext, onFailure) as RenderedContent);
  return { content, failures };
}

/** Renders what asks to confirm something by a link. */
function confirmed(url: string) {
  const row = { name: 'ci', link: 'url', confirms: ['example.com'], advice: 'confirmSubscription' } as const;
  const { content } = show({ ci: 'x', url }, {}, webhook({ ...TOOL, rows: {}, other: row }));
  if (!content) throw new Error('Cannot confirm as nothing is shown');
  return content;
}

describe('toolRenderer', () => {
  it('a row: title, state by the judge, fields, quoted words, link, labels', () => {
    const run = { ci: 'run', project: 'shop', id: 7, state: 'FAILED', ref: 'refs/heads/main', took: 75, said: 'a\nb' };
    expect(show(run).content).toEqual({
      ...{ kind: 'rendered', id: 'http:1', renderer: 'ci', severity: 'error', status: '失败', where: '' },
      title: 'CI 流水线 shop #7',
      fields: [
        { label: '分支', value: 'main' },
        { label: '用时', value: '1 分钟 15 秒' },
      ],
      details: 'a\nb',
      link: 'https://ci.example.com/7',
      occurredAt: NOW,
      origin: { source: 'http', state: 'FAILED', labels: { project: 'shop' } },
    });
  });

  it('a header names the event before the body does', () => {
    const body = { ci: 'alert.x', title: 'disk', project: 'shop', id: 7, state: 'failed' };
    expect(show(body).content?.title).toBe('CI disk');
    expect(show(body, { 'X-CI-Event': 'rerun' }).content?.title).toBe('CI 流水线 shop #7');
  });

  it('a verdict counts only for the states it names', () => {
    expect(show({ ci: 'run', project: 'a', state: 'Flaky' }).content).toMatchObject({ severity: 'warning' });
    expect(show({ ci: 'run', project: 'a', state: 'success' }).content).toMatchObject({ severity: 'recovery' });
  });

  it('a state that no word explains stays visible', () => {
    expect(show({ ci: 'run', project: 'a', state: 'gorp' }).content).toMatchObject({
      ...{ severity: 'info', status: '通知' },
      fields: [{ label: '状态', value: 'gorp' }],
    });
  });

  it('a state of which the status says only how bad it is stays visible', () => {
    expect(show({ ci: 'run', project: 'a', state: 'ABORTED' }).content).toMatchObject({
      ...{ severity: 'warning', status: '警告' },
      fields: [{ label: '状态', value: 'ABORTED' }],
    });
    expect(show({ ci: 'run', project: 'a', state: 'failed' }).content?.fields).toEqual([]);
  });

  it('a grade of a scanner is told in the language', () => {
    const graded = webhook({ ...TOOL, rows: {}, other: { name: 'ci', fields: { grade: 'level' } } });
    const levelOf = (level: string) => show({ ci: 'x', level }, {}, graded).content?.fields[0]?.value;
    expect(levelOf('Critical')).toBe('严重');
    expect(levelOf('Unknown')).toBe('Unknown');
  });

  it('a step on the way is skipped, unless it is wanted', () => {
    const body = { ci: 'run', project: 'a', state: 'RUNNING' };
    expect(show(body).content).toMatchObject({ skipped: 'A step on the way of CI: RUNNING' });
    const event = { ...emptyEvent('http', 'http:1', NOW), detail: body };
    const renderer = toolRenderer(TOOL, body, { header: () => undefined, showProgress: true });
    expect(renderer?.render(event, renderContext)).toMatchObject({ title: 'CI 流水线 a', status: '进行中' });
  });

  it('what recovers has an identity and an alert’s states', () => {
    const alert = { ci: 'alert.cpu', id: 'a-1', title: 'CPU', level: 'critical' };
    const [bad, good] = ['firing', 'resolved'].map((state) => show({ ...alert, state }).content);
    expect(bad).toMatchObject({ thing: 'a-1', severity: 'critical', origin: { state: 'firing', alarmName: 'CPU' } });
    expect(good).toMatchObject({ thing: 'a-1', severity: 'recovery', origin: { state: 'resolved' } });
  });

  it('a list: what is bad, five of it and the number; an only element is the title', () => {
    const bad = Array.from({ length: 7 }, (_, index) => ({ name: `job ${index}`, why: 'exit 1', state: 'failed' }));
    const body = { ci: 'list', all: [{ name: 'fine', state: 'ok' }, ...bad] };
    const { content } = show(body);
    expect(content?.title).toBe('CI job 0 等 8 项');
    expect(content?.rows).toHaveLength(6);
    expect(content?.rows?.[0]).toEqual({ sign: 'error', text: 'job 0，exit 1' });
    expect(content?.rows?.[5]).toEqual({ text: '等 7 项' });
    const one = show({ ci: 'list', all: bad.slice(0, 1) }).content;
    expect(one).toMatchObject({ title: 'CI job 0，exit 1', severity: 'error' });
    expect(one?.rows).toBeUndefined();
  });

  it('elements without a state are not judged', () => {
    const body = { ci: 'everything', all: [{ name: 'fix failed test' }] };
    expect(show(body).content?.rows).toEqual([{ sign: 'item', text: 'fix failed test' }]);
  });

  it('a list that is judged and whose row is not: the worst of it', () => {
    const row = { each: { path: 'all', name: 'name', state: 'state' } } as const;
    const judged = webhook({ ...TOOL, rows: {}, other: row });
    const severityOf = (...states: string[]) =>
      show({ ci: 'x', all: states.map((state, index) => ({ name: `failed ${index}`, state })) }, {}, judged).content
        ?.severity;
    expect(severityOf('resolved', 'critical', 'warning')).toBe('critical');
    expect(severityOf('resolved', 'warning')).toBe('warning');
    expect(severityOf('resolved', 'resolved')).toBe('recovery');
  });

  it('an object as a list: a line for each key', () => {
    const rows = webhook({ ...TOOL, rows: {}, other: { name: 'ci', each: { path: 'row', name: '{key}={value}' } } });
    expect(show({ ci: 'x', row: { host: 'a', count: 3 } }, {}, rows).content?.rows).toEqual([
      { sign: 'item', text: 'host=a' },
      { sign: 'item', text: 'count=3' },
    ]);
  });

  it('a name that begins with the service stands alone', () => {
    const named = webhook({ ...TOOL, rows: {}, other: { name: 'title' } });
    const titleOf = (title: string) => show({ ci: 'x', title }, {}, named).content?.title;
    expect(titleOf('CI agent is down')).toBe('CI agent is down');
    expect(titleOf('[CI] agent is down')).toBe('[CI] agent is down');
    expect(titleOf('The CI agent is down')).toBe('CI The CI agent is down');
  });

  it('a link that confirms is shown with its token, beside what to do', () => {
    const link = 'https://ci.example.com/confirm?token=abcdefghijklmnop';
    expect(confirmed(link)).toMatchObject({ link, rows: [{ text: expect.stringContaining('打开链接') }] });
    expect(confirmed(link.replace('ci.', '')).link).toBe('https://example.com/confirm?token=abcdefghijklmnop');
  });

  it.each([
    'http://ci.example.com/confirm',
    'https://ci.example.com.evil.test/confirm',
    'https://evilexample.com/confirm',
    'https://evil.test/ci.example.com/',
    'https://ci.example.com@evil.test/confirm',
    'https://ci.example.com\\@evil.test/confirm',
    'https://ci.example.com:8443/confirm',
    'https://ci.example.com',
    '',
  ])('a link that confirms is not shown if it is not of the tool’s own hosts: %s', (url) => {
    const content = confirmed(url);
    expect(content.link).toBeUndefined();
    expect(content.rows).toEqual([{ text: expect.stringContaining('不显示') }]);
    expect(JSON.stringify(content)).not.toContain('/confirm');
  });

  it('a test has nothing in common with real ones, and is marked', () => {
    expect(show({ ci: 'run', trial: 'Hello', id: 7, state: 'failed' }).content).toMatchObject({
      ...{ title: 'CI', severity: 'info', status: '测试', isTest: true, callsNobody: true, details: 'Hello' },
    });
  });

  it('an event without a row is nobody’s; a row that yields nothing falls back to the generic form, and is logged', () => {
    expect(show({ ci: 'unheard' }).content).toBeUndefined();
    const { content, failures } = show({ ci: 'run', alarm: 'disk full', level: 'critical' });
    expect(content).toMatchObject({ renderer: 'generic', severity: 'critical' });
    expect(failures).toEqual([
      'ci: Error: Cannot show a body of CI as nothing in it has the form of its documentation',
    ]);
  });

  it('an address that opens something for whoever has it is no link', () => {
    const url = 'https://ci.example.com/7?token=abcdefghijklmnop';
    expect(show({ ci: 'run', project: 'a', state: 'failed', url }).content?.link).toBeUndefined();
  });
});
