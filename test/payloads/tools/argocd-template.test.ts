import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { at } from '../../../src/base/json.js';
import { BODIES_FOLDER } from '../bodies/post-body.js';

const TEMPLATE = new URL('../../../docs/examples/tools/argocd.yaml', import.meta.url);
const REVISION = '5c1a9f0e3b7d4c28a6f19e0d7b3c5a8841f2d6e9';

/** Returns an application as Argo CD has it, as far as the template reads it. */
const application = (phase: string, message: string, health: string, sync: string) => ({
  metadata: { name: 'checkout-prod' },
  spec: { project: 'payment', destination: { namespace: 'shop' } },
  status: {
    operationState: { phase, message },
    health: { status: health },
    sync: { status: sync, revision: REVISION },
  },
});
const SYNCED = 'successfully synced (all tasks run)';
const INVALID = 'one or more objects failed to apply: Deployment.apps "checkout" is invalid';

/** Returns the body that Argo CD makes of the template: `dig` is the value at a path, else its last text; `toJson` writes JSON. */
function filled(app: unknown): unknown {
  const { data } = parse(readFileSync(TEMPLATE, 'utf8')) as { data: Record<string, string> };
  const context = parse(data['context'] ?? '') as unknown;
  const body = String(at(parse(data['template.wecom'] ?? ''), 'webhook', 'wecom', 'body'));
  const text = body.replace(/\{\{([^{}]*)\}\}/g, (_, code: string) => {
    const words = [...code.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
    if (words.length > 0) return JSON.stringify(at(app, ...words.slice(0, -1)) ?? words.at(-1));
    return String(at({ app, context }, ...code.slice(1).split('.')));
  });
  return JSON.parse(text);
}

const bodyIn = (file: string): unknown => JSON.parse(readFileSync(new URL(file, BODIES_FOLDER), 'utf8'));

describe('docs/examples/tools/argocd.yaml', () => {
  it.each([
    ['argocd-template-failed.json', application('Failed', INVALID, 'Healthy', 'OutOfSync')],
    ['argocd-template-degraded.json', application('Succeeded', SYNCED, 'Degraded', 'Synced')],
    ['argocd-template-healthy.json', application('Succeeded', SYNCED, 'Healthy', 'Synced')],
  ])('makes the documented body %s', (file, app) => {
    expect(filled(app)).toEqual(bodyIn(file));
  });

  it('makes JSON of an application that was never synced', () => {
    expect(filled({ metadata: { name: 'new' } })).toMatchObject({
      argocd: { application: 'new', phase: '', health: '' },
    });
  });
});
