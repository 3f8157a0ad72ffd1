import { rmSync } from 'node:fs';
import { Annotations, CfnOutput, CfnResource, FileSystem, Stack, Token } from 'aws-cdk-lib';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Routes } from '../../src/routing/rule.js';
import type { Resource } from '../cloudformation.js';
import { FUNCTIONS } from '../resources/functions.js';
import { SettingsError } from '../settings-error.js';
import { blueprintOf } from './blueprint.js';
import { fillCodeFolder } from './code-folder.js';
import { TAG_VARIANTS } from './tag-variants.js';
import { TaggableResource } from './taggable-resource.js';
import type { WecomRobotProps } from './wecom-robot-props.js';

export type { WecomRobotProps } from './wecom-robot-props.js';
export type { WecomRobotSettings } from './wecom-robot-settings.js';

/** Stacks that have a wecomrobot. */
const taken = new WeakSet<Stack>();

/**
 * wecomrobot: AWS alarms and events, readable in WeCom groups. Its resources have the logical ids that they have in every other way
 * of deploying, so a stack has one wecomrobot, best a stack of its own.
 * @example
 * const stack = new Stack(app, 'wecomrobot-prod', { env: { region: 'ap-southeast-1' } });
 * const robot = new WecomRobot(stack, 'WecomRobot', { opsEmail: 'ops@example.com', routes: 'routes.yml' });
 * alarm.addAlarmAction(new SnsAction(robot.topic));
 */
export class WecomRobot extends Construct {
  /** Publish here: what arrives is shown. */
  readonly topic: ITopic;
  /** `notify` reads events: the target of rules and alarms. `deliver` posts to WeCom. */
  readonly functions: { readonly notify: IFunction; readonly deliver: IFunction };
  /** Notifications on their way, messages that WeCom refused, and events that SNS or EventBridge could not hand over. */
  readonly queues: { readonly notifications: IQueue; readonly deadLetters: IQueue; readonly failed: IQueue };
  /** The address of the HTTPS door. `undefined` if `http` is `off`. */
  readonly url: string | undefined;

  /**
   * @throws {SettingsError} If a setting is not allowed, or the region is not known.
   * @throws {RouteError} If a rule is wrong.
   */
  constructor(scope: Construct, id: string, props: WecomRobotProps) {
    super(scope, id);
    const stack = Stack.of(this);
    refuseTokens(props);
    const region = Token.isUnresolved(stack.region) ? undefined : stack.region;
    const { resources, outputs, routes, warnings } = blueprintOf(props, region);
    takeStack(stack);
    const code = this.#code(routes);
    const made = new Map(
      Object.entries(resources).map(([name, resource]) => [name, this.#resource(name, resource, code)] as const),
    );
    const named = (name: string): CfnResource => found(made, name);
    for (const [name, { Description, Value }] of Object.entries(outputs)) {
      const output = new CfnOutput(this, `Output${name}`, { description: Description, value: Token.asString(Value) });
      output.overrideLogicalId(name);
    }
    warnings.forEach((warning, index) => {
      Annotations.of(this).addWarningV2(`wecomrobot:${index + 1}`, warning);
    });
    this.topic = Topic.fromTopicArn(this, 'ITopic', named('Topic').ref);
    this.functions = {
      notify: this.#function(named(FUNCTIONS.notify.functionId)),
      deliver: this.#function(named(FUNCTIONS.deliver.functionId)),
    };
    this.queues = {
      notifications: this.#queue(named('Queue'), true),
      deadLetters: this.#queue(named('DeadLetterQueue'), true),
      failed: this.#queue(named('FailedQueue'), false),
    };
    this.url = made.get('HttpApi')?.getAtt('ApiEndpoint').toString();
  }

  /** Makes the zip of the functions, and returns its place. */
  #code(routes: Routes | undefined) {
    const path = FileSystem.mkdtemp('wecomrobot-');
    fillCodeFolder(path, routes);
    const asset = new Asset(this, 'Code', { path });
    // CDK has copied the folder, unless it is told not to.
    if (asset.assetPath !== path) rmSync(path, { recursive: true });
    return { S3Bucket: asset.s3BucketName, S3Key: asset.s3ObjectKey };
  }

  #resource(name: string, { Type, Properties, ...attributes }: Resource, code: object): CfnResource {
    const properties = { ...Properties, ...(Type === 'AWS::Lambda::Function' && { Code: code }) };
    const made = Object.hasOwn(TAG_VARIANTS, Type)
      ? new TaggableResource(this, name, Type, properties)
      : new CfnResource(this, name, { type: Type, properties });
    made.overrideLogicalId(name);
    for (const [attribute, value] of Object.entries(attributes)) made.addOverride(attribute, value);
    return made;
  }

  #function(resource: CfnResource): IFunction {
    const functionArn = resource.getAtt('Arn').toString();
    return LambdaFunction.fromFunctionAttributes(this, `I${resource.node.id}`, { functionArn, sameEnvironment: true });
  }

  #queue(resource: CfnResource, fifo: boolean): IQueue {
    const queueArn = resource.getAtt('Arn').toString();
    return Queue.fromQueueAttributes(this, `I${resource.node.id}`, { queueArn, queueUrl: resource.ref, fifo });
  }
}

function found(made: ReadonlyMap<string, CfnResource>, name: string): CfnResource {
  const resource = made.get(name);
  if (resource) return resource;
  throw new Error(`Cannot find ${name} as the stack has no such resource`);
}

/** @throws {SettingsError} If the stack has a wecomrobot: their logical ids and metrics would be the same. */
function takeStack(stack: Stack): void {
  if (taken.has(stack))
    throw new SettingsError(
      `Cannot make a second wecomrobot in a stack as both would have the same logical ids: current value is ${stack.node.path}`,
    );
  taken.add(stack);
}

/** @throws {SettingsError} If a value is a token. The settings decide which resources there are, when CDK runs. */
function refuseTokens(props: WecomRobotProps): void {
  const token = Object.entries(props).find(([, value]) => hasToken(value));
  if (token === undefined) return;
  throw new SettingsError(
    `Cannot use the setting ${token[0]} as it must be known when CDK runs: current value is a token, which only the deployment resolves`,
  );
}

function hasToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasToken);
}
