import { expect, test } from 'vitest';
import { renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

test('redshift: an SNS message is known by its event id, and its severity tells where its sentence does not', () => {
  const content = renderNotification({
    'Event Source': 'cluster',
    Resource: 'dw',
    Severity: 'ERROR',
    'About this Event': 'http://docs.aws.amazon.com/redshift/latest/mgmt/x.html#REDSHIFT-EVENT-2003',
    'Event Message': 'The cluster dw is out of space',
  });
  expect(content).toMatchObject({ renderer: 'redshift', title: 'Redshift 集群 dw', severity: 'error' });
});

test.each([
  ['FINISHED', 'recovery', '成功'],
  ['FAILED', 'error', '失败'],
  ['ABORTED', 'warning', '警告'],
])('redshift-data: a statement that is %s', (state, severity, status) => {
  const content = renderEvent('Redshift Data Statement Status Change', {
    statementName: '日报',
    clusterId: 'dw',
    state,
  });
  expect(verdictOf(content)).toEqual([severity, status]);
  expect(content.link).toBe(
    'https://cn-north-1.console.amazonaws.cn/redshiftv2/home?region=cn-north-1#/cluster-details?cluster=dw',
  );
});

test('redshift: a serverless event is not one of the Data API', () => {
  expect(renderEvent('Redshift Serverless Management', {}, { source: 'aws.redshift-serverless' }).renderer).toBe(
    'redshift',
  );
});
