import { describe, expect, it } from 'vitest';
import { emptyEvent } from '../../src/sources/envelope.js';
import { eventInProse } from '../../src/sources/known-prose.js';
import { readEvent } from '../../src/sources/sources.js';
import { readContext } from '../support/read-context.js';
import { snsEvent } from './samples.js';

const read = (text: string) => eventInProse({ ...emptyEvent('sns', 'sns:1', 0), text });

describe('eventInProse: the event that a sentence was made of', () => {
  it.each([
    [
      "Build 'arn:x' for build project 'pay' has reached the build status of 'FAILED'.",
      'CodeBuild Build State Change',
      { 'project-name': 'pay', 'build-status': 'FAILED' },
    ],
    [
      "Build 'arn:x' for build project 'pay' has completed the build phase of 'INSTALL' with a status of 'TIMED_OUT'.",
      'CodeBuild Build Phase Change',
      { 'completed-phase': 'INSTALL', 'completed-phase-status': 'TIMED_OUT' },
    ],
    [
      'Build notification from the AWS Amplify Console for app: https://main.d1.amplifyapp.com/. Your build status is SUCCEED. Go to https://x',
      'Amplify Deployment Status Change',
      { appId: 'd1', branchName: 'main', jobStatus: 'SUCCEED' },
    ],
    [
      '"You have a severity 5.3 GuardDuty finding type Recon:EC2/Portscan in the cn-north-1 region."\n "Finding Description:" "A scan. "',
      'GuardDuty Finding',
      { severity: 5.3, type: 'Recon:EC2/Portscan', region: 'cn-north-1' },
    ],
    [
      'On 2026-11-22T03:19:40Z AWS Config rule r evaluated the AWS::S3::Bucket with Id b in the account 111122223333 region cn-north-1 as NON_COMPLIANT For more',
      'Config Rules Compliance Change',
      { configRuleName: 'r', resourceId: 'b', newEvaluationResult: { complianceType: 'NON_COMPLIANT' } },
    ],
    [
      '"instance i-0a1b2c3d4e5f60718 is in stopped"',
      'EC2 Instance State-change Notification',
      { 'instance-id': 'i-0a1b2c3d4e5f60718', state: 'stopped' },
    ],
  ])('%s', (text, detailType, detail) => {
    expect(read(text)).toMatchObject({ detailType, detail, text: '' });
  });

  it.each(['Build finished', 'An instance is in trouble', ''])('any other text stays one: %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('by SNS and by an invocation alike', async () => {
    const sentence = "Build 'arn:x' for build project 'pay' has reached the build status of 'FAILED'.";
    for (const event of [snsEvent(sentence), sentence]) {
      const { drafts } = await readEvent(event, readContext());
      expect(drafts).toMatchObject([{ renderer: 'codebuild', severity: 'error' }]);
    }
  });
});
