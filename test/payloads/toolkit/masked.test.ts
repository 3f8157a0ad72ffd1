import { describe, expect, it } from 'vitest';
import { isObject } from '../../../src/base/json.js';
import { composed, textOf } from '../../support/messages-of.js';
import { alert, alertmanagerCall, readAlerts } from '../alerts/alerts.js';
import { BODIES } from '../bodies/bodies.js';
import { postBody, textOfBody } from '../bodies/post-body.js';

const SECRET = 'SECRETsecret12345';

/** Puts a secret behind every sentence and into every address. */
function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSecrets(inner)]));
  if (typeof value !== 'string') return value;
  if (/^https?:/.test(value)) return `${value}${value.includes('?') ? '&' : '?'}private_token=${SECRET}`;
  return value.includes(' ') && !/^\d/.test(value) ? `${value} password: ${SECRET} Bearer ${SECRET}` : value;
}

describe('masked', () => {
  it.each(BODIES.filter(({ file }) => file.endsWith('.json')).map((body) => [body.file, body] as const))(
    '%s: no secret in it is shown',
    async (_, body) => {
      const text = JSON.stringify(withSecrets(JSON.parse(textOfBody(body))));
      const { drafts } = await postBody(body, 'zh-CN', text);
      // An address that confirms what the group asked for is shown whole.
      const shown = drafts.flatMap((draft) => (draft.kind === 'rendered' ? composed(draft, 'zh-CN', 'text') : []));
      const lines = shown.flatMap((message) => textOf(message).split('\n'));
      expect(lines.filter((line) => line.includes(SECRET) && !line.includes('/subscription/confirm'))).toEqual([]);
    },
  );

  it('an alert: annotations, labels, links and rows', () => {
    const leaky = (name: string) =>
      alert({
        fingerprint: name,
        labels: { alertname: name, curl: `Bearer ${SECRET}`, api_key: SECRET },
        annotations: {
          summary: `${name} https://x.example.com/?access_token=${SECRET}`,
          description: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${SECRET}`,
          dashboard_url: `https://grafana.example.com/d/1?auth_token=${SECRET}`,
        },
        generatorURL: `https://x.example.com/g?token=${SECRET}`,
      });
    for (const alerts of [[leaky('A')], [leaky('A'), leaky('B')]]) {
      const { origin, ...shown } = readAlerts(alertmanagerCall(alerts));
      expect(JSON.stringify(shown)).not.toContain(SECRET);
      expect(shown.link).toBeUndefined();
      // Rules match on what was sent.
      expect(origin.labels).toMatchObject({ api_key: SECRET });
    }
  });
});
