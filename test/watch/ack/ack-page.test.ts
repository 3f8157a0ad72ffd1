import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { NOBODY } from '../../../src/domain/mentions.js';
import { wordsOf } from '../../../src/text/words.js';
import { pageHeaders } from '../../../src/watch/ack-page/html.js';
import type { OpenAlarm } from '../../../src/watch/ack-page/open-alarm.js';
import { nameInCookie, readForm } from '../../../src/watch/ack-page/read-form.js';
import { takenDrafts } from '../../../src/watch/ack-page/taken-drafts.js';
import { endPage, takenPage, takingPage } from '../../../src/watch/ack-page/taking.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { textOf } from '../../support/messages-of.js';

const HOSTILE = `"><script>alert(1)</script><a href='//evil.example'>&\u202e\u0000`;
const PAGE = { title: 'pay-5xx', where: 'Production', lasting: '1 h 5 min', people: ['Lei', 'Han Meimei'] } as const;
const HOLDER = { who: 'Lei', since: '03:12', until: 'until 07:12' };

/** The words of a page, without its markup. */
const wordsIn = (page: string): string =>
  page
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();

describe('takingPage', () => {
  test('a name for each button, a field for any other, four hours chosen', () => {
    expect(wordsIn(takingPage({ ...PAGE, language: 'en' }))).toMatchInlineSnapshot(`
      "pay-5xx
      🔴 In alarm for 1 h 5 min
      pay-5xx
      Production
      I have it
      For how long
      1 hour
      4 hours
      Until it is over
      Tap your name
      Lei
      Han Meimei
      Another name
      I have it
      From then on the reminders of this alarm name who has it and call nobody. If it is not over by then, people are called again."
    `);
    expect(wordsIn(takingPage({ ...PAGE, language: 'zh-CN', holder: HOLDER }))).toMatchInlineSnapshot(`
      "pay-5xx
      🔴 告警中，已 1 h 5 min
      pay-5xx
      Production
      Lei 处理中（03:12 起，until 07:12）
      我来接手
      处理多久
      1 小时
      4 小时
      直到恢复
      换人处理：点一下你的名字
      Lei
      Han Meimei
      其他人的名字
      我来接手
      之后，这次告警的提醒会写明谁在处理，不再呼叫任何人；到时间还没有恢复，会重新呼叫。"
    `);
    expect(takingPage({ ...PAGE, language: 'en' }).match(/value="(\w*)" checked/)?.[1]).toBe('4h');
  });

  test('whatever comes from outside is text, and what nobody sees is taken out', () => {
    const holder = { who: HOSTILE, since: HOSTILE, until: HOSTILE };
    const given = { title: HOSTILE, where: HOSTILE, lasting: HOSTILE, people: [HOSTILE], holder };
    for (const page of [
      takingPage({ ...given, language: 'zh-CN' }),
      takenPage({ ...given, language: 'en' }, HOSTILE, HOSTILE, true),
      endPage('en', [HOSTILE, HOSTILE], HOSTILE),
    ]) {
      for (const part of ['<script', '<a ', '\u202e', '\u0000']) expect(page).not.toContain(part);
      expect(page).toContain('&quot;&gt;&lt;script&gt;');
    }
  });

  test('of very many people six have a button', () => {
    const people = Array.from({ length: 40 }, (_, index) => `Person ${index}`);
    expect(takingPage({ ...PAGE, language: 'en', people }).match(/name="who"/g)).toHaveLength(6);
  });

  test('its policy allows its own style and nothing else', () => {
    const style = /<style>([^<]*)<\/style>/.exec(takingPage({ ...PAGE, language: 'en' }))?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(pageHeaders()['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
    expect(takingPage({ ...PAGE, language: 'en' })).not.toContain('style=');
  });
});

describe('readForm', () => {
  test.each([
    ['who=Lei&name=&for=4h', { who: 'Lei', duration: '4h' }],
    ['who=Lei&name=Fang&for=1h', { who: 'Lei', duration: '1h' }],
    ['name=+Fang+&for=', { who: 'Fang' }],
    ['name=Fang&for=99d', { who: 'Fang' }],
    ['name=%3C%3E&for=4h', { duration: '4h' }],
    ['', {}],
  ])('readForm: %s', (form, read) => {
    expect(readForm(new URLSearchParams(form))).toEqual(read);
  });

  test.each([
    ['a=b; wecom-who=%E6%9D%8E%E9%9B%B7', '李雷'],
    ['wecom-who=%3Cb%3E', 'b'],
    ['wecom-who=%E6%9D', undefined],
    ['', undefined],
  ])('nameInCookie: %s', (header, name) => {
    expect(nameInCookie(header)).toBe(name);
  });
});

describe('takenDrafts', () => {
  const draft = {
    ...{ kind: 'rendered', id: 'a', renderer: 'cloudwatch-alarm', severity: 'critical', status: '告警' },
    ...{ title: '支付网关 5xx', where: '生产', fields: [], occurredAt: 0, overrides: {} },
    origin: { source: 'sns' },
  } as const;
  const open = (who?: string) =>
    ({
      alarm: { arn: 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:支付网关 5xx' },
      since: 1000,
      content: draft,
      reminders: [
        { robots: ['default', 'dba'], severity: 'critical', steps: [], callAt: () => NOBODY, isQuiet: false },
        { robots: ['dba'], severity: 'critical', steps: [], callAt: () => NOBODY, isQuiet: false },
      ],
      holder: who === undefined ? undefined : { who },
    }) as unknown as OpenAlarm;
  const taken = { who: '李雷', until: '到 07:12', now: 5000 };

  test('one for each group that the alarm reached, which calls nobody, under one id for each person', () => {
    const drafts = takenDrafts(open(), taken, 'zh-CN');
    expect(drafts.map(({ overrides }) => overrides)).toEqual([
      { robot: 'default', mentions: NOBODY },
      { robot: 'dba', mentions: NOBODY },
    ]);
    const idOf = (who: string) => takenDrafts(open(), { ...taken, who, now: 9000 }, 'zh-CN')[0]?.id;
    expect([idOf('李雷'), idOf('韩梅梅') === drafts[0]?.id]).toEqual([drafts[0]?.id, false]);
  });

  test('who takes it again from another is told again, under an id of its own', () => {
    const idFrom = (who?: string) => takenDrafts(open(who), taken, 'zh-CN')[0]?.id;
    expect(idFrom('韩梅梅')).not.toBe(idFrom());
    expect(idFrom('韩梅梅')).toBe(idFrom('韩梅梅'));
  });

  test('as the group reads it', () => {
    const read = (language: 'zh-CN' | 'en', until: string) =>
      takenDrafts(open('韩梅梅'), { ...taken, until }, language)
        .slice(0, 1)
        .map(
          ({ overrides: _, ...content }) =>
            ({ ...content, robot: 'default', format: 'text', mentions: NOBODY }) as const,
        )
        .flatMap((notification) => compose(notification, wordsOf(language)).map(textOf));
    expect([...read('zh-CN', '到 07:12'), ...read('en', 'until 07:12')]).toMatchInlineSnapshot(`
      [
        "[text]
      ⚪ 处理中 | 支付网关 5xx | 生产
      李雷 来处理，到 07:12（之前：韩梅梅）",
        "[text]
      ⚪ Being handled | 支付网关 5xx | 生产
      李雷 is on it until 07:12 (before: 韩梅梅)",
      ]
    `);
  });
});
