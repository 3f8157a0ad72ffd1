import { describe, expect, test } from 'vitest';
import { alertText } from '../../../src/payloads/alerts/alert-text.js';
import { alertmanager } from '../../../src/payloads/alerts/alertmanager.js';
import { renderContext } from '../../support/read-context.js';
import { rowsOf } from '../../support/rows-of.js';

const labels = { alertname: 'HighCPU', cluster: 'prod', instance: 'web-1', severity: 'critical' };
const annotations = { description: 'CPU is at 97 %.\nScale out.', summary: 'CPU high' };
const generatorURL = 'https://prometheus.example.com/graph?g0.expr=cpu';
const lines = (map: object) => Object.entries(map).map(([name, text]) => ` - ${name} = ${text}`);
const listed = (more: object = {}) => [
  'Labels:',
  ...lines({ ...labels, ...more }),
  'Annotations:',
  ...lines(annotations),
  `Source: ${generatorURL}`,
];
const message = (heading: string, ...alerts: readonly (readonly string[])[]) =>
  [heading, ...alerts.flat(), ''].join('\n');
const render = (text: string) => alertText.render(text, renderContext);

describe('alert-text: what the webhook would say', () => {
  test.each([
    ['firing', 'CPU high Alerts Firing:'],
    ['resolved', 'CPU high\nAlerts Resolved:'],
    ['firing', '**Firing**\n\nValue: [no value]'],
    ['resolved', '**Resolved**\n\nValue: [no value]'],
  ])('%s: %j', (status, heading) => {
    const webhook = {
      version: '4',
      groupKey: 'k',
      status,
      alerts: [{ status, labels, annotations, generatorURL }],
    };
    const { id: _, ...told } = alertmanager.render(webhook, renderContext);
    expect(render(message(heading, listed()))).toEqual({ ...told, id: undefined });
  });

  test('alerts of both states, with values and links', () => {
    const text = [
      ...['**Firing**', '', 'Value: A=91.2, C=1', ...listed()],
      ...[
        'Silence: https://g.example.com/s',
        'Dashboard: https://g.example.com/d',
        'Panel: https://g.example.com/p',
        '',
      ],
      ...['', '**Resolved**', '', 'Value: A=3', ...listed({ instance: 'web-2' })],
    ].join('\n');
    const rendered = render(text);
    expect(rendered).toMatchObject({ severity: 'critical', title: 'CPU high（1 个告警，1 个恢复）' });
    expect(rowsOf(rendered).join('\n')).toContain('A=91.2');
  });

  test.each(['[FIRING:1] x', 'Alerts Firing:', '\n - alertname = x', '**Firing**\n - alertname = x'])(
    'no other text is taken for one: %j',
    (text) => {
      expect(alertText.matches(text)).toBe(false);
    },
  );

  test.each(['DatasourceNoData', 'DatasourceError'])('%s is a warning, however severe its rule', (alertname) => {
    expect(render(message('**Firing**', listed({ alertname }))).severity).toBe('warning');
  });
});
