import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

describe('opensearch: a severity that says more than the status', () => {
  test.each([
    ['Informational', 'Available', 'info', '可用'],
    ['Informational', 'Completed', 'recovery', '成功'],
    ['Informational', 'Started', 'info', '开始'],
    ['High', 'Started', 'error', '告警'],
    ['High', 'Partially Restored', 'error', '告警'],
    ['High', 'Required', 'error', '告警'],
    ['High', 'Failed', 'error', '失败'],
    ['Medium', 'Failed', 'error', '失败'],
    ['Medium', 'Warning', 'warning', '警告'],
    ['Low', 'Warning', 'warning', '警告'],
    ['Low', 'Cancelled', 'info', '已取消'],
  ])('%s %s', (severity, state, expected, status) => {
    const detail = { event: 'Service Software Update', severity, status: state };
    const content = renderEvent('Amazon OpenSearch Service Software Update Notification', detail);
    expect(verdictOf(content)).toEqual([expected, status]);
  });
});

describe('opensearch: titles', () => {
  const resources = ['arn:aws-cn:es:cn-north-1:111122223333:domain/logs'];

  test("events are said in Chinese where we have words, else in AWS's", () => {
    const title = (event: string) =>
      renderEvent('Amazon OpenSearch Service Notification', { event }, { resources }).title;
    expect(title('High Shard Count')).toBe('OpenSearch logs 分片数过多');
    expect(title('Something New')).toBe('OpenSearch logs Something New');
  });

  test("a domain error has a detail-type that only its source makes OpenSearch's", () => {
    const content = renderEvent(
      'Domain Error Notification',
      { event: 'KMS Key Inaccessible', status: 'Error' },
      { resources, source: 'aws.es' },
    );
    expect(content.title).toBe('OpenSearch logs KMS 密钥无法访问');
    expect(content.link).toBe(
      'https://cn-north-1.console.amazonaws.cn/aos/home?region=cn-north-1#opensearch/domains/logs',
    );
  });
});

test('opensearch: the state is a line only where the severity spoke', () => {
  const of = (severity: string, status: string) =>
    lineOf(renderEvent('Amazon OpenSearch Service Notification', { event: 'x', severity, status }), '状态');
  expect([of('High', 'Started'), of('Low', 'Warning')]).toEqual(['Started', undefined]);
});
