import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { arrayAt, textAt } from '../../../src/base/json.js';
import { BODIES_FOLDER } from '../bodies/post-body.js';

const FOLDER = new URL('../../../docs/examples/tools/', import.meta.url);

const templateIn = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const bodyIn = (file: string): unknown => JSON.parse(readFileSync(new URL(file, BODIES_FOLDER), 'utf8'));

/** Fills the places of a template. What has no value fails, and so does what is not JSON. */
function filled(template: string, place: RegExp, values: Readonly<Record<string, unknown>>): unknown {
  const text = template.replace(place, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`Cannot fill ${name}`);
    return JSON.stringify(values[name]);
  });
  return JSON.parse(text);
}

const PROBLEM = {
  '{$ZABBIX.URL}': 'https://zabbix.example.com',
  '{EVENT.SOURCE}': '0',
  '{EVENT.VALUE}': '1',
  '{EVENT.UPDATE.STATUS}': '0',
  '{EVENT.ID}': '48211',
  '{EVENT.NAME}': 'Zabbix agent is not available (for 3m)',
  '{EVENT.NSEVERITY}': '4',
  '{EVENT.SEVERITY}': 'High',
  '{EVENT.OPDATA}': 'Unavailable (0)',
  '{EVENT.TAGS}': 'scope: availability',
  '{EVENT.DATE}': '2026.11.22',
  '{EVENT.TIME}': '11:50:12',
  '{EVENT.DURATION}': '',
  '{EVENT.RECOVERY.DATE}': '*UNKNOWN*',
  '{HOST.NAME}': 'db-master-01',
  '{HOST.IP}': '192.0.2.21',
  '{TRIGGER.ID}': '20311',
  '{TRIGGER.DESCRIPTION}': 'Agent did not answer for 3 minutes.',
  '{ALERT.SUBJECT}': 'Problem: Zabbix agent is not available (for 3m)',
  '{ALERT.MESSAGE}': 'Problem started at 11:50:12 on 2026.11.22',
};
const RESOLVED = {
  ...PROBLEM,
  '{EVENT.VALUE}': '0',
  '{EVENT.OPDATA}': 'Available (1)',
  '{EVENT.DURATION}': '7m 51s',
  '{EVENT.RECOVERY.DATE}': '2026.11.22',
  '{EVENT.RECOVERY.TIME}': '11:58:03',
  '{ALERT.SUBJECT}': 'Resolved in 7m 51s: Zabbix agent is not available (for 3m)',
  '{ALERT.MESSAGE}': 'Problem has been resolved at 11:58:03 on 2026.11.22',
};

/** Runs the script of Zabbix's media type as Zabbix does: its parameters' macros are replaced, those without a value stay. */
function runZabbix(macros: Readonly<Record<string, string>>, status = 200) {
  const [mediaType] = arrayAt(parse(templateIn('zabbix.yaml')), 'zabbix_export', 'media_types');
  const parameters = arrayAt(mediaType, 'parameters').map((one) => {
    const value = textAt(one, 'value') ?? '';
    return [textAt(one, 'name') ?? '', macros[value] ?? value] as const;
  });
  const asked = { url: '', body: '', headers: [] as string[] };
  class HttpRequest {
    addHeader(header: string): void {
      asked.headers.push(header);
    }
    post(url: string, body: string): string {
      Object.assign(asked, { url, body });
      return 'no';
    }
    getStatus(): number {
      return status;
    }
  }
  const script = `(function (value) {${textAt(mediaType, 'script') ?? ''}})(value)`;
  const answer: unknown = runInNewContext(script, {
    HttpRequest,
    value: JSON.stringify(Object.fromEntries(parameters)),
  });
  return { ...asked, answer };
}

describe('templates to paste', () => {
  it.each([
    ['problem', PROBLEM],
    ['resolved', RESOLVED],
  ])('Zabbix: %s: the media type posts the documented body', (name, macros) => {
    const { url, headers, body, answer } = runZabbix(macros);
    expect(JSON.parse(body)).toEqual(bodyIn(`zabbix-webhook-${name}.json`));
    expect({ url, headers, answer }).toEqual({
      url: 'https://robot.example.com/push',
      headers: ['Content-Type: application/json', 'Authorization: Bearer <token>'],
      answer: 'OK',
    });
  });

  it('Zabbix: an answer that is not 2xx fails the media type, so that Zabbix tries again', () => {
    expect(() => runZabbix(PROBLEM, 503)).toThrow('HTTP 503: no');
  });

  it('Nightingale: the body is the list of events', () => {
    const events = bodyIn('nightingale-batch-firing.json');
    const place = /\{\{ jsonMarshal (\$\w+) \}\}/g;
    expect(filled(templateIn('nightingale.tmpl'), place, { $events: events })).toEqual(events);
  });

  it('Datadog: the payload is the documented body', () => {
    expect(
      filled(templateIn('datadog.json'), /"\$([A-Z_]+)"/g, {
        ALERT_ID: '1234',
        ALERT_TITLE: 'CPU high on pay-web-01',
        ALERT_TYPE: 'error',
        ALERT_TRANSITION: 'Triggered',
        ALERT_STATUS: 'system.cpu.user over host:pay-web-01 was > 90.0',
        ALERT_SCOPE: 'host:pay-web-01',
        HOSTNAME: 'pay-web-01',
        ALERT_PRIORITY: 'P2',
        LAST_UPDATED: '1795319412000',
        LINK: 'https://app.datadoghq.com/event/event?id=7654321098765432109',
      }),
    ).toEqual(bodyIn('datadog-custom-payload.json'));
  });

  it('New Relic: the payload is the documented body', () => {
    expect(
      filled(templateIn('newrelic.hbs'), /\{\{ json ([\w.[\]]+) \}\}/g, {
        issueId: 'd1b1f3fd-995a-4066-88ab-8ce4f6960654',
        issuePageUrl:
          'https://radar-api.service.newrelic.com/accounts/1/issues/0ea2df1c-adab-45d2-aae0-042b609d2322?notifier=SLACK',
        'annotations.title.[0]': "Memory Used % > 90 for at least 2 minutes on 'pay-web-01'",
        priority: 'CRITICAL',
        'entitiesData.names': ['pay-web-01'],
        totalIncidents: 1,
        state: 'ACTIVATED',
        triggerEvent: 'STATE_CHANGE',
        isCorrelated: false,
        createdAt: 1795319412000,
        updatedAt: 1795319412000,
        'accumulations.source': ['newrelic'],
        'accumulations.policyName': ['交易'],
        'accumulations.conditionName': ['内存过高'],
        workflowName: '企业微信',
      }),
    ).toEqual(bodyIn('newrelic-workflow-activated.json'));
  });

  it('Grafana: the payload has the keys of the documented body, and so has each alert', () => {
    const body = bodyIn('grafana-12-custom-payload.json');
    const [alerts = '', payload = ''] = templateIn('grafana.tmpl').split('{{ define "wecom.payload"');
    const keysIn = (template: string): readonly string[] =>
      [...template.matchAll(/^ +"(\w+)" /gm)].map(([, key = '']) => key).sort();
    expect(keysIn(payload)).toEqual(Object.keys(body as object).sort());
    expect(keysIn(alerts)).toEqual(Object.keys(arrayAt(body, 'alerts')[0] as object).sort());
  });
});
