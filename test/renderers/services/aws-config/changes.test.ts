import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/base/json.js';
import { lineOf, renderNotification, verdictOf } from '../../../support/render-event.js';

const GROUP = { resourceType: 'AWS::EC2::SecurityGroup', resourceId: 'sg-1', resourceName: 'web' };
const changed = (changedProperties: JsonObject) =>
  renderNotification({
    messageType: 'ConfigurationItemChangeNotification',
    configurationItem: GROUP,
    configurationItemDiff: { changedProperties, changeType: 'UPDATE' },
  });
const rule = (...ipRanges: string[]) => ({ ipProtocol: 'tcp', fromPort: 22, toPort: 22, ipRanges });
const added = (updatedValue: JsonObject) => ({ previousValue: null, updatedValue, changeType: 'CREATE' });

describe('aws-config: rules of a security group', () => {
  test.each([
    ['Configuration.IpPermissions.0', rule('0.0.0.0/0'), 'warning', '入站 tcp 22 ← 0.0.0.0/0'],
    ['Configuration.IpPermissions.0', rule('10.0.0.0/8'), 'info', '入站 tcp 22 ← 10.0.0.0/8'],
    ['Configuration.IpPermissionsEgress.0', rule('0.0.0.0/0'), 'info', '出站 tcp 22 → 0.0.0.0/0'],
    [
      'Configuration.IpPermissions.1',
      { ipProtocol: '-1', ipv6Ranges: [{ cidrIpv6: '::/0' }] },
      'warning',
      '入站 全部流量 ← ::/0',
    ],
    [
      'Configuration.IpPermissions.1',
      { ipProtocol: 'tcp', fromPort: 8000, toPort: 8100, userIdGroupPairs: [{ groupId: 'sg-2' }] },
      'info',
      '入站 tcp 8000-8100 ← sg-2',
    ],
    ['Configuration', { ipPermissions: [rule('0.0.0.0/0')] }, 'warning', '入站 tcp 22 ← 0.0.0.0/0'],
  ])('%s %j: %s, %s', (key, value, severity, line) => {
    const content = changed({ [key]: added(value) });
    expect([content.severity, lineOf(content, '新增')]).toEqual([severity, line]);
  });

  test('a rule that was closed is no alarm', () => {
    const content = changed({
      'Configuration.IpPermissions.0': { previousValue: rule('0.0.0.0/0'), updatedValue: null },
    });
    expect(verdictOf(content)).toEqual(['info', '已更新']);
    expect(lineOf(content, '移除')).toBe('入站 tcp 22 ← 0.0.0.0/0');
  });

  test('the id of a resource that is called by its name', () => {
    expect(lineOf(changed({}), 'ID')).toBe('sg-1');
  });
});

describe('aws-config: other properties', () => {
  test.each([
    ['Configuration.InstanceType', 't3.small', 't3.large', 'InstanceType：t3.small → t3.large'],
    ['Configuration.PubliclyAccessible', false, true, 'PubliclyAccessible：false → true'],
    ['Relationships.0', null, { resourceId: 'vol-1' }, 'Relationships.0：无 → vol-1'],
    ['Configuration.Environment.KEY', 'a', 'b', 'Environment.KEY'],
    ['Configuration.Big', 'a'.repeat(41), { nested: {} }, 'Big'],
  ])('%s from %j to %j: %s', (key, previousValue, updatedValue, line) => {
    expect(lineOf(changed({ [key]: { previousValue, updatedValue } }), '变更')).toBe(line);
  });
});
