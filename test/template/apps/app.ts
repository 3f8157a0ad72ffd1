// As `cdk init app --language typescript` makes an app: CommonJS, strict.
import { App, type CfnResource, Stack } from 'aws-cdk-lib';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { WecomRobot, type WecomRobotProps } from 'wecomrobot/cdk';

const props: WecomRobotProps = {
  opsEmail: 'ops@example.com',
  eventPatterns: ['health', 'guardduty'],
  routes: { rules: [{ name: 'databases', match: { service: ['rds'] }, robots: ['dba'] }] },
};

const app = new App();
const stack = new Stack(app, 'wecomrobot-prod', { env: { region: 'ap-southeast-1' } });
const robot = new WecomRobot(stack, 'WecomRobot', props);

// In a VPC, as docs/deploy.md has it.
const subnetIds = ['subnet-0123456789abcdef0'];
const groupIds = ['sg-0123456789abcdef0'];
for (const name of ['Notify', 'Deliver']) {
  const part = (kind: string) => robot.node.findChild(`${name}${kind}`) as CfnResource;
  part('LambdaFunction').addPropertyOverride('VpcConfig', { SubnetIds: subnetIds, SecurityGroupIds: groupIds });
  part('Role').addPropertyOverride('ManagedPolicyArns', [
    `arn:${stack.partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole`,
  ]);
}

const other = new Stack(app, 'shop', { env: { region: 'ap-southeast-1' } });
const alarm = new Alarm(other, 'Errors', {
  metric: new Metric({ namespace: 'shop', metricName: 'errors' }),
  threshold: 1,
  evaluationPeriods: 1,
});
alarm.addAlarmAction(new SnsAction(robot.topic));
new Rule(other, 'Deploys', {
  eventPattern: { source: ['aws.codedeploy'] },
  targets: [new LambdaFunction(robot.functions.notify)],
});
new Alarm(other, 'Parked', {
  metric: robot.queues.deadLetters.metricApproximateNumberOfMessagesVisible(),
  threshold: 1,
  evaluationPeriods: 1,
});

app.synth();
const url: string | undefined = robot.url;
process.stdout.write(url === undefined ? 'no door' : 'made');
