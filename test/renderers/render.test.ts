import { describe, expect, test } from 'vitest';
import { renderWith } from '../../src/renderers/generic/render-with.js';
import type { Rendered, Renderer } from '../../src/renderers/renderer.js';
import { RENDERERS } from '../../src/renderers/renderers.js';
import { field } from '../../src/renderers/toolkit/field.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { sampleContext } from '../support/render-sample.js';

const context = sampleContext('zh-CN');
const event = {
  ...emptyEvent('eventbridge', 'eb:1', 1_000),
  account: '111122223333',
  region: 'cn-north-1',
  detailType: 'Something Happened',
};
const rendered: Rendered = { severity: 'info', status: '通知', title: '事情', fields: [] };

function rendererThat(render: Renderer['render']): Renderer {
  return { name: 'test', matches: () => true, render };
}

describe('renderWith', () => {
  test("where is the account's name and the region; the renderer's own are stronger", () => {
    const own = { ...rendered, account: '444455556666', region: 'eu-west-1' };
    expect(
      renderWith(
        rendererThat(() => rendered),
        event,
        context,
      ),
    ).toMatchObject({ where: '生产 cn-north-1' });
    expect(
      renderWith(
        rendererThat(() => own),
        event,
        context,
      ),
    ).toMatchObject({
      where: '444455556666 eu-west-1',
      origin: { account: '444455556666', region: 'eu-west-1' },
    });
  });

  test('fields without a value and empty details are left out', () => {
    const fields = [field('甲', undefined), field('乙', ' '), field('丙', 'a\n b')];
    expect(
      renderWith(
        rendererThat(() => ({ ...rendered, fields, details: ' ' })),
        event,
        context,
      ),
    ).toEqual({
      kind: 'rendered',
      id: 'eb:1',
      renderer: 'test',
      ...rendered,
      where: '生产 cn-north-1',
      fields: [{ label: '丙', value: 'a b' }],
      occurredAt: 1_000,
      origin: { source: 'eventbridge', account: '111122223333', region: 'cn-north-1' },
    });
  });

  test.each([
    ['  ', 'Something Happened'],
    ['a\nb', 'a b'],
  ])('the title %j is shown as %j: one line, never empty', (title, shown) => {
    expect(
      renderWith(
        rendererThat(() => ({ ...rendered, title })),
        event,
        context,
      ),
    ).toMatchObject({ title: shown });
  });

  test('an event that says nothing at all is still called something', () => {
    const nothing = emptyEvent('invoke', 'invoke:1', 0);
    expect(
      renderWith(
        rendererThat(() => ({ ...rendered, title: '' })),
        nothing,
        context,
      ),
    ).toMatchObject({ title: '事件' });
  });

  test('a renderer that throws is replaced by generic, and somebody is told', () => {
    const told: unknown[] = [];
    const broken = rendererThat(() => {
      throw new TypeError('broken');
    });
    const content = renderWith(broken, event, context, (renderer, error) => told.push([renderer, String(error)]));
    expect(content).toMatchObject({ renderer: 'generic', title: 'Something Happened' });
    expect(told).toEqual([['test', 'TypeError: broken']]);
  });

  test('what is not shown by design says why', () => {
    expect(
      renderWith(
        rendererThat(() => ({ skipped: 'muted' })),
        event,
        context,
      ),
    ).toEqual({
      id: 'eb:1',
      source: 'eventbridge',
      renderer: 'test',
      skipped: 'muted',
    });
  });
});

describe('RENDERERS', () => {
  test('none throws or takes an event of which nothing is known', () => {
    const nothing = emptyEvent('sns', 'sns:1', 0);
    expect(RENDERERS.filter((renderer) => renderer.matches(nothing)).map(({ name }) => name)).toEqual([]);
  });
});
