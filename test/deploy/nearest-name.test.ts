import { expect, test } from 'vitest';
import { nearestName } from '../../deploy/nearest-name.js';

const NAMES = ['secretId', 'http', 'silentAfterMinutes', 'opsEmail', 'opsTopicArn'];

test.each([
  ['secretID', 'secretId'],
  ['SILENT_AFTER_MINUTES', 'silentAfterMinutes'],
  ['silentAfterMinuts', 'silentAfterMinutes'],
  ['opsEMails', 'opsEmail'],
  ['htpp', 'http'],
  ['htt', 'http'],
  ['opsMeail', 'opsEmail'],
  ['thtp', 'http'],
  ['ftp', undefined],
  ['topicArn', 'opsTopicArn'],
  ['robots', undefined],
  ['', undefined],
])('nearestName: of %j it is %j', (misspelt, nearest) => {
  expect(nearestName(misspelt, NAMES)).toBe(nearest);
});
