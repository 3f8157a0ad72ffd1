import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../../src/renderers/services/cloudwatch/description-overrides.js';

describe('readDescription', () => {
  it.each([
    [
      '重启支付网关\nwecom: robot=dba at=王芳,13800138000,@all',
      '重启支付网关',
      { robot: 'dba', at_mobiles: '王芳,13800138000,@all' },
    ],
    ['wecom: robot=dba', undefined, { robot: 'dba' }],
    [
      '先看日志\n\nWeCom：at=@all format=markdown severity=warning\n',
      '先看日志',
      { at_mobiles: '@all', format: 'markdown', severity: 'warning' },
    ],
    ['看日志\nwecom: sevrity=1 robot=dba', '看日志', { robot: 'dba' }, ['sevrity']],
    ['wecom: 请 robot=', undefined, {}, ['请', 'robot']],
    ['wecom: key=693a91f6-7c2e-4b1d-9f53-0123456789ab', undefined, {}, ['key']],
    ['wecom: 693a91f6-7c2e-4b1d-9f53-0123456789ab', undefined, {}, ['***']],
    ['wecom: robot=dba\n后面还有字', 'wecom: robot=dba\n后面还有字', {}],
    ['联系 wecom: robot=dba', '联系 wecom: robot=dba', {}],
    ['wecom: __proto__=x constructor=y', undefined, {}, ['__proto__', 'constructor']],
    ['wecom:', 'wecom:', {}],
    [undefined, undefined, {}],
  ])('readDescription: %j', (description, text, overrideAttributes, unknownOverrides: readonly string[] = []) => {
    expect(readDescription(description)).toEqual({ text, overrideAttributes, unknownOverrides });
  });
});
