import { describe, expect, test } from 'vitest';
import { firstLine, lineOf, snsEvent } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

/** AWS's prose around the lines that matter. */
function alert(lines: Readonly<Record<string, string>>): string {
  const written = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  return ['AWS Budget Notification November 22, 2026', 'AWS Account 444455556666', '', ...written].join('\n');
}

const MONTHLY = { 'Budget Name': '支付 月度', 'Budget Type': 'Cost', 'Budgeted Amount': '$1,000.00' };

describe('budgets', () => {
  test.each([
    [
      { 'Alert Type': 'ACTUAL', 'Alert Threshold': '> $800.00', 'ACTUAL Amount': '$850.00' },
      'warning 达到阈值',
      '$850.00（预算的 85%）',
    ],
    [
      { 'Alert Type': 'ACTUAL', 'Alert Threshold': '> $1,000.00', 'ACTUAL Amount': '$1,200.50' },
      'error 已超支',
      '$1,200.50（预算的 120%）',
    ],
    [
      { 'Alert Type': 'ACTUAL', 'Alert Threshold': '> 80%', 'ACTUAL Amount': '$0.00' },
      'warning 达到阈值',
      '$0.00（预算的 0%）',
    ],
    [{ 'Alert Type': 'ACTUAL', 'Alert Threshold': '< 80%', 'ACTUAL Amount': '71.4%' }, 'warning 低于目标', '71.4%'],
  ])('%j: %s', async (lines, first, actual) => {
    const content = await renderedOf(snsEvent(alert({ ...MONTHLY, ...lines })));
    expect(firstLine(content)).toBe(`${first} | 预算 支付 月度`);
    expect(lineOf(content, '实际')).toBe(actual);
  });

  test('a forecast is a warning, however high', async () => {
    const lines = { 'Alert Type': 'FORECASTED', 'Alert Threshold': '> $1,000.00', 'FORECASTED Amount': '$9,000.00' };
    const content = await renderedOf(snsEvent(alert({ ...MONTHLY, ...lines })));
    expect(firstLine(content)).toBe('warning 预计超支 | 预算 支付 月度');
    expect(lineOf(content, '预测')).toBe('$9,000.00（预算的 900%）');
  });

  test('a budget is the account’s, of no region, and its page the partition’s', async () => {
    const content = await renderedOf(snsEvent(alert(MONTHLY), 'AWS Budgets: x', 'cn-northwest-1'));
    expect(content.where).toBe('444455556666');
    expect(content.link).toBe('https://console.amazonaws.cn/costmanagement/home#/budgets/overview');
  });

  test('prose without lines is shown, under the name that the subject holds', async () => {
    const event = snsEvent(
      'Your budget action ran.\nNothing else to do.',
      'AWS Budgets: dev-team has exceeded your alert threshold',
    );
    const content = await renderedOf(event);
    expect(content.title).toBe('预算 dev-team');
    expect(content.details).toBe('Your budget action ran. Nothing else to do.');
  });

  test('the same in JSON is understood', async () => {
    const message = {
      budgetName: 'monthly',
      budgetType: 'COST',
      budgetLimit: { amount: '100', unit: 'USD' },
      actualAmount: 120,
      alertType: 'ACTUAL',
    };
    expect(firstLine(await renderedOf(snsEvent(message)))).toBe('error 已超支 | 预算 monthly');
  });

  test('a text that only mentions a budget is the writer’s own', async () => {
    await expect(renderedOf(snsEvent('今晚讨论预算'))).rejects.toThrow('"renderer":"text"');
  });
});
