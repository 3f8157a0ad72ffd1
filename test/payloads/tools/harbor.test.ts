import { describe, expect, it } from 'vitest';
import { readToolBody } from './read-tool-body.js';

const REPOSITORY = { name: 'checkout', namespace: 'shop', repo_full_name: 'shop/checkout' };
const REPORT = 'application/vnd.security.vulnerability.report; version=1.1';

/** Reads an event as Harbor posts it. Forms: https://goharbor.io/docs/ and src/pkg/notifier/model/event.go */
const read = (type: string, data: Record<string, unknown>) =>
  readToolBody({ type, occur_at: 1_795_319_412, operator: 'auto', event_data: data });

const scanned = (...severities: readonly string[]) => ({
  repository: REPOSITORY,
  resources: severities.map((severity) => ({
    tag: 'v2',
    scan_overview: { [REPORT]: { scan_status: 'Success', severity } },
  })),
});

describe('harbor', () => {
  it.each([
    ['Critical', 'error', '发现漏洞'],
    ['High', 'warning', '发现漏洞'],
    ['Medium', 'info', '发现漏洞'],
    ['None', 'recovery', '未发现漏洞'],
  ])('a scan that finds %s is %s: %s', async (found, severity, status) => {
    const content = await read('SCANNING_COMPLETED', scanned(found));
    expect(content).toMatchObject({ renderer: 'harbor', severity, status, title: 'Harbor 镜像 shop/checkout:v2' });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ summary: { summary: { Critical: 2 } } }, 'error'],
    [{ severity: 'Low', summary: { summary: { Critical: 12 } } }, 'error'],
    [{ severity: 'None', summary: { summary: { Critical: 0, High: 3 } } }, 'warning'],
    [{ severity: 'None', summary: { summary: { Critical: 0, High: 0 } } }, 'recovery'],
    [{ severity: 'None', scan_status: 'Error' }, 'error'],
    [{ summary: { summary: { Medium: 1 } } }, 'info'],
    [{}, 'info'],
  ])('a scan is no better than what it counts: %j is %s', async (overview, severity) => {
    const resources = [{ tag: 'v2', scan_overview: { [REPORT]: overview } }];
    expect(await read('SCANNING_COMPLETED', { repository: REPOSITORY, resources })).toMatchObject({ severity });
  });

  it('of several images the worst counts, wherever it stands', async () => {
    expect(await read('SCANNING_COMPLETED', scanned('None', 'Critical'))).toMatchObject({ severity: 'error' });
    expect(await read('SCANNING_COMPLETED', scanned('Low', 'High'))).toMatchObject({ severity: 'warning' });
    const clean = Array.from({ length: 20 }, () => 'None');
    expect(await read('SCANNING_COMPLETED', scanned(...clean, 'Critical'))).toMatchObject({ severity: 'error' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['QUOTA_EXCEED', { custom_attributes: { Details: 'over 10 GiB' } }, 'error'],
    ['QUOTA_WARNING', { custom_attributes: { Details: '85 % used' } }, 'warning'],
    ['REPLICATION', { replication: { job_status: 'Failed', dest_resource: { endpoint: 'https://h2' } } }, 'error'],
    ['REPLICATION', { replication: { job_status: 'Success', dest_resource: { endpoint: 'https://h2' } } }, 'recovery'],
    ['TAG_RETENTION', { retention: { result: 'SUCCESS', project_name: 'shop' } }, 'recovery'],
    ['DELETE_ARTIFACT', {}, 'info'],
  ])('%s %j is %s', async (type, data, severity) => {
    expect(await read(type, { repository: REPOSITORY, ...data })).toMatchObject({ renderer: 'harbor', severity });
  });

  // src/controller/event/handler/webhook/artifact/retention.go: of what was deleted it lists only the last
  it('a tag retention says how many it kept of how many, not how many are listed', async () => {
    const deleted = [{ type: 'image', status: 'SUCCESS', name_tag: 'checkout:v1' }];
    const retention = { total: 10, retained: 3, project_name: 'shop', result: 'SUCCESS', deleted_artifact: deleted };
    const content = await read('TAG_RETENTION', { retention });
    expect(content).toMatchObject({ fields: expect.arrayContaining([{ label: '保留', value: '3 / 10' }]) });
    expect(JSON.stringify(content)).not.toContain('移除');
  });

  it('an image that cannot be replicated has a line with its reason', async () => {
    const replication = {
      job_status: 'Failed',
      src_resource: { namespace: 'shop' },
      dest_resource: { registry_name: 'dr' },
      failed_artifact: [{ name_tag: 'checkout [1 item(s) in total]', fail_reason: 'no such host' }],
    };
    expect(await read('REPLICATION', { replication })).toMatchObject({
      title: 'Harbor 复制 shop → dr',
      rows: [{ sign: 'error', text: 'checkout [1 item(s) in total]，no such host' }],
    });
  });
});
