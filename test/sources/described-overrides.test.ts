import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/base/log.js';
import { allRenderers } from '../../src/renderers/renderers.js';
import { readDescribedOverrides } from '../../src/sources/described-overrides.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { createInterpret } from '../../src/sources/interpret.js';
import { NOW, renderContext } from '../support/read-context.js';

describe('readDescribedOverrides', () => {
  it.each([
    [{ severity: 'P2' }, { severity: 'error' }, []],
    [{ severity: '严重' }, { severity: 'critical' }, []],
    [{ severity: 'Warning', robot: 'dba' }, { severity: 'warning', overrides: { robot: 'dba' } }, []],
    [{ severity: 'critcal', robot: 'dba' }, { overrides: { robot: 'dba' } }, ['severity=critcal']],
    [{ severity: 'recovery' }, {}, ['severity=recovery']],
    [{ format: 'html' }, {}, ['format=html']],
    [{ at_mobiles: '12', format: 'markdown' }, { overrides: { format: 'markdown' } }, ['at']],
    [{ robot: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x' }, {}, ['robot']],
  ])('readDescribedOverrides: %j', (attributes, expected, mistakes) => {
    expect(readDescribedOverrides(attributes, [])).toEqual({ overrides: {}, ...expected, mistakes });
  });
});

describe('createInterpret: the last line of a description', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => NOW,
    'wecomrobot',
  );
  const interpret = createInterpret({ renderContext, log, renderers: allRenderers });
  const alarm = (description: string, state = 'ALARM') => {
    const detail = {
      ...{ AlarmName: 'cpu', AlarmDescription: description, NewStateValue: state, OldStateValue: 'OK' },
      AlarmArn: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:cpu',
    };
    return interpret({ ...emptyEvent('sns', 'sns:1', NOW), detail, text: JSON.stringify(detail) });
  };

  it('a typo is shown in the message and logged, and the rest of the line counts', () => {
    lines.length = 0;
    const draft = alarm('先看日志\nwecom: sevrity=critical robot=dba format=html');
    expect(draft).toMatchObject({ overrides: { robot: 'dba' }, details: '先看日志' });
    expect(draft).toHaveProperty(
      'fields',
      expect.arrayContaining([{ label: '⚠ 描述末行有误', value: 'sevrity、format=html' }]),
    );
    expect(lines).toEqual([expect.stringContaining('"mistakes":["sevrity","format=html"]')]);
  });

  it('a recovery never shows it', () => {
    expect(JSON.stringify(alarm('wecom: sevrity=critical', 'OK'))).not.toContain('sevrity');
  });

  it('a severity grades the alarm and does not turn its recovery red', () => {
    expect(alarm('wecom: severity=P3')).toMatchObject({ describedSeverity: 'warning', overrides: {} });
    expect(alarm('wecom: severity=P3', 'OK')).toMatchObject({ describedSeverity: 'warning', severity: 'recovery' });
  });
});
