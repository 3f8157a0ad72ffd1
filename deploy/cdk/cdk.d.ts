/**
 * The part of CDK that the construct uses, as CDK declares it, so that nobody who does not use CDK installs its 190 MB. Who uses the
 * package has CDK's own declarations: test/template/cdk.test.ts compiles apps of both kinds with them, under `strict`.
 */
declare module 'constructs' {
  export interface IConstruct {
    readonly node: Node;
  }
  export class Node {
    readonly id: string;
    readonly path: string;
  }
  export class Construct implements IConstruct {
    constructor(scope: Construct, id: string);
    readonly node: Node;
  }
}

declare module 'aws-cdk-lib' {
  import type { Construct, IConstruct } from 'constructs';

  export class Stack extends Construct {
    static of(construct: IConstruct): Stack;
    readonly region: string;
  }
  export class CfnResource extends Construct {
    constructor(
      scope: Construct,
      id: string,
      props: { readonly type: string; readonly properties?: { [name: string]: unknown } },
    );
    readonly ref: string;
    getAtt(attributeName: string): { toString(): string };
    addOverride(path: string, value: unknown): void;
    overrideLogicalId(newLogicalId: string): void;
  }
  export class CfnOutput extends Construct {
    constructor(scope: Construct, id: string, props: { readonly value: string; readonly description?: string });
    overrideLogicalId(newLogicalId: string): void;
  }
  export const Token: { isUnresolved(obj: unknown): boolean; asString(value: unknown): string };
  export class Annotations {
    static of(scope: IConstruct): Annotations;
    addWarningV2(id: string, message: string): void;
  }
  export enum TagType {
    KEY_VALUE = 'KeyValue',
    MAP = 'StringToStringMap',
  }
  export class TagManager {
    constructor(
      tagType: TagType,
      resourceTypeName: string,
      initialTags: undefined,
      options: { readonly tagPropertyName: string },
    );
    readonly tagPropertyName: string;
  }
  export const FileSystem: { mkdtemp(prefix: string): string };
}

declare module 'aws-cdk-lib/aws-lambda' {
  import type { Construct } from 'constructs';

  export interface IFunction {
    readonly functionArn: string;
    readonly functionName: string;
  }
  const LambdaFunction: {
    fromFunctionAttributes(
      scope: Construct,
      id: string,
      attrs: { readonly functionArn: string; readonly sameEnvironment?: boolean },
    ): IFunction;
  };

  export { LambdaFunction as Function };
}

declare module 'aws-cdk-lib/aws-sns' {
  import type { Construct } from 'constructs';

  export interface ITopic {
    readonly topicArn: string;
  }
  export const Topic: { fromTopicArn(scope: Construct, id: string, topicArn: string): ITopic };
}

declare module 'aws-cdk-lib/aws-sqs' {
  import type { Construct } from 'constructs';

  export interface IQueue {
    readonly queueArn: string;
    readonly queueUrl: string;
  }
  export const Queue: {
    fromQueueAttributes(
      scope: Construct,
      id: string,
      attrs: { readonly queueArn: string; readonly queueUrl?: string; readonly fifo?: boolean },
    ): IQueue;
  };
}

declare module 'aws-cdk-lib/aws-s3-assets' {
  import type { Construct } from 'constructs';

  export class Asset extends Construct {
    constructor(scope: Construct, id: string, props: { readonly path: string });
    readonly assetPath: string;
    readonly s3BucketName: string;
    readonly s3ObjectKey: string;
  }
}
