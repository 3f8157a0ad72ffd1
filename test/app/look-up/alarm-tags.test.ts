import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAddTags } from '../../../src/app/look-up/alarm-tags.js';
import { MAX_TAGS_WAIT_MS } from '../../../src/app/look-up/look-up-wait.js';
import type { Draft } from '../../../src/domain/notification.js';
import { route } from '../../../src/routing/route.js';
import type { Routes, Rule } from '../../../src/routing/rule.js';
import { wantsTags } from '../../../src/routing/wants-tags.js';
import { routingBy } from '../../routing/drafts.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';
import { readSample } from '../../support/render-sample.js';

const ARN = 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:支付网关 5xx 过多';
const TEAM_PAY: Rule = { name: 'pay', match: { tags: { team: ['pay'] } }, robots: ['pay'] };
const byRules = (...rules: readonly Rule[]): Routes => ({ rules, accounts: {} });

async function draftOf(file: string): Promise<Draft> {
  const [draft] = (await readSample(JSON.parse(readFileSync(`events/${file}.json`, 'utf8')), 'zh-CN')).drafts;
  if (!draft) throw new Error(`Cannot read ${file} as a draft`);
  return draft;
}
interface Options {
  readonly routes?: Routes;
  readonly account?: string;
  readonly tagsOf?: (arn: string) => Promise<Readonly<Record<string, string>>>;
}

function setUp({
  routes = byRules(TEAM_PAY),
  account = '111122223333',
  tagsOf = async () => ({ team: 'pay' }),
}: Options = {}) {
  const clock = createFakeClock();
  const log = recordLog(clock.now);
  const asked: string[] = [];
  const addTags = createAddTags({
    openWatch: async () => ({
      alarmTags: (arn) => {
        asked.push(arn);
        return tagsOf(arn);
      },
    }),
    wants: (draft) => wantsTags(draft, routes),
    regions: ['ap-southeast-1'],
    account: () => account,
    clock,
    log,
  });
  const run = async (...drafts: readonly Draft[]) => {
    const startedAt = clock.now();
    let tookMs = -1;
    const tagged = addTags(drafts, MAX_TAGS_WAIT_MS).then((all) => {
      tookMs = clock.now() - startedAt;
      return all;
    });
    await clock.advance(1000);
    return { drafts: await tagged, tookMs };
  };
  return { run, asked, clock, log };
}

describe('createAddTags', () => {
  test.each([
    ['cloudwatch-sns/metric-alarm'],
    ['cloudwatch-eventbridge/metric-alarm'],
    ['cloudwatch-action/metric-alarm'],
    ['cloudwatch-sns/metric-ok'],
  ])('%s goes where its tags lead', async (file) => {
    const { run, asked } = setUp();
    const { drafts } = await run(await draftOf(file));
    const robots = drafts.flatMap((draft) => route(draft, routingBy([TEAM_PAY]), 0).notifications);
    expect(robots.map(({ robot }) => robot)).toEqual(['pay']);
    expect(asked).toEqual([ARN]);
  });

  test('a severity that a tag states counts, as one that the event has', async () => {
    const { run } = setUp({ tagsOf: async () => ({ 'wecom:severity': 'P3' }) });
    const { drafts } = await run(await draftOf('cloudwatch-sns/metric-alarm'));
    const [told] = drafts.flatMap((draft) => route(draft, routingBy([TEAM_PAY]), 0).notifications);
    expect(told?.severity).toBe('warning');
  });

  test('only alarms are asked about that a rule with tags might take but for these', async () => {
    const other: Rule = { name: 'other', match: { tags: { team: ['pay'] }, alarmName: ['orders-*'] } };
    const not: Rule = { name: 'not', match: { region: ['eu-west-1'], not: { tags: { team: ['pay'] } } } };
    const { run, asked } = setUp({ routes: byRules(other, not) });
    await run(await draftOf('cloudwatch-sns/metric-alarm'), await draftOf('codebuild/build-failed'));
    expect(asked).toEqual([]);
  });

  test('an alarm that brings its tags is not asked about', async () => {
    const { run, asked } = setUp();
    const draft = await draftOf('cloudwatch-sns/metric-alarm');
    const tagged: Draft = {
      ...draft,
      origin: { ...draft.origin, facts: { ...draft.origin.facts, tags: { team: 'shop' } } },
    };
    expect((await run(tagged)).drafts).toEqual([tagged]);
    expect(asked).toEqual([]);
  });

  test('an alarm of another account or of a region that may not be read is not asked about', async () => {
    const other = setUp({ account: '444455556666' });
    await other.run(await draftOf('cloudwatch-sns/metric-alarm'));
    const { run, asked } = setUp();
    await run(await draftOf('cloudwatch-sns/log-alarm'));
    expect([...other.asked, ...asked]).toEqual([]);
  });

  test('300 ms is all that an alarm waits, and then it goes without, by one line', async () => {
    const { run, log } = setUp({ tagsOf: () => new Promise(() => {}) });
    const draft = await draftOf('cloudwatch-sns/metric-alarm');
    expect(await run(draft)).toEqual({ drafts: [draft], tookMs: 300 });
    expect(log.lines).toMatchObject([{ message: 'tags not looked up', failed: 1 }]);
  });

  test('a call that is denied costs a line and no time', async () => {
    const { run, log } = setUp({
      tagsOf: async () => {
        throw Object.assign(new Error('no'), { name: 'AccessDeniedException' });
      },
    });
    const draft = await draftOf('cloudwatch-sns/metric-alarm');
    expect(await run(draft)).toEqual({ drafts: [draft], tookMs: 0 });
    expect(log.lines).toHaveLength(1);
  });

  test('tags are remembered for five minutes, none as well', async () => {
    const { run, asked, clock } = setUp({ tagsOf: async () => ({}) });
    const draft = await draftOf('cloudwatch-sns/metric-alarm');
    await run(draft, draft);
    await run(await draftOf('cloudwatch-sns/metric-ok'));
    expect(asked).toHaveLength(1);
    await clock.advance(5 * 60_000);
    await run(draft);
    expect(asked).toHaveLength(2);
  });
});
