import { describe, expect, test } from 'vitest';
import { insightsPage, logsLink, notation } from '../../src/aws/logs-link.js';

const FROM = Date.UTC(2025, 4, 30, 4);
const TO = Date.UTC(2025, 4, 30, 5);
const QUERY = 'fields @timestamp, @message\n| sort @timestamp desc\n| limit 20';
const given = { query: QUERY, groups: ['/aws/lambda/pay'], from: FROM, to: TO };

/** Reads an address as the console does: a dollar sign is a percent sign, and JSURL is undone. */
function readBack(link: string): string {
  const fragment = decodeURIComponent(link.slice(link.indexOf('#') + 1).replaceAll('$', '%'));
  return fragment
    .replace(/\*\*([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\*([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('!', '$');
}

describe('notation', () => {
  // The addresses that the console itself shows, as people have written them down.
  test.each([
    [
      {
        end: 0,
        start: -3600,
        timeType: 'RELATIVE',
        unit: 'seconds',
        editorString: QUERY,
        source: ['/aws/lambda/pay'],
      },
      "~(end~0~start~-3600~timeType~'RELATIVE~unit~'seconds~editorString~'fields*20*40timestamp*2c*20*40message*0a*7c*20sort*20*40timestamp*20desc*0a*7c*20limit*2020~source~(~'*2faws*2flambda*2fpay))",
    ],
    [
      { end: '2021-07-18T20:59:59.000Z', timeType: 'ABSOLUTE', isLiveTail: false },
      "~(end~'2021-07-18T20*3a59*3a59.000Z~timeType~'ABSOLUTE~isLiveTail~false)",
    ],
    [
      { editorString: 'filter @message =~ "Exception"' },
      "~(editorString~'filter*20*40message*20*3d*7e*20*22Exception*22)",
    ],
    [{ source: ['a', 'b-c_d.e'] }, "~(source~(~'a~'b-c_d.e))"],
    [{ editorString: '$支付' }, "~(editorString~'!**652f**4ed8)"],
  ])('%j is %s', (value, text) => {
    expect(notation(value)).toBe(text);
  });
});

describe('insightsPage', () => {
  test('is what the console’s address bar has for a query and a window', () => {
    expect(insightsPage(given)).toBe(
      "logs-insights$3FqueryDetail$3D~(end~'2025-05-30T05*3a00*3a00.000Z~start~'2025-05-30T04*3a00*3a00.000Z~timeType~'ABSOLUTE~tz~'LOCAL~editorString~'fields*20*40timestamp*2c*20*40message*0a*7c*20sort*20*40timestamp*20desc*0a*7c*20limit*2020~source~(~'*2faws*2flambda*2fpay))",
    );
  });
});

describe('logsLink', () => {
  test.each([
    ['ap-southeast-1', 'https://ap-southeast-1.console.aws.amazon.com/cloudwatch/home?region=ap-southeast-1#logsV2:'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logsV2:'],
    [
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1#logsV2:',
    ],
  ])('leads to the query in the partition of %s, without what ends an address in a chat', (region, beginning) => {
    const link = logsLink(region, given) ?? '';
    expect(link.startsWith(`${beginning}logs-insights$3FqueryDetail$3D~%28end~%272025`)).toBe(true);
    expect(link).toMatch(/^[\w.:/?=#$~%*!-]+$/);
    expect(readBack(link)).toContain(`~editorString~'${QUERY}~source~(~'/aws/lambda/pay))`);
  });

  test('in markdown, which encodes the asterisk, it reads back as the same', () => {
    const link = logsLink('cn-north-1', given) ?? '';
    expect(readBack(link.replaceAll('*', '%2A'))).toBe(readBack(link));
  });

  test('leads to the log group if there is no query, or one that makes it too long', () => {
    const page =
      'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fpay';
    expect(logsLink('cn-north-1', { groups: ['/aws/lambda/pay'] })).toBe(page);
    expect(logsLink('cn-north-1', { ...given, query: 'filter @message like /超时/ '.repeat(30) })).toBe(page);
  });

  test('needs a region and a group, and is never too long for WeCom', () => {
    expect(logsLink('Asia Pacific', given)).toBeUndefined();
    expect(logsLink('cn-north-1', { ...given, groups: [] })).toBeUndefined();
    expect(logsLink('cn-north-1', { groups: ['组'.repeat(100)] })).toBeUndefined();
  });
});
