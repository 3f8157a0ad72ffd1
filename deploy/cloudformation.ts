import type { Term } from './flag.js';

/** One CloudFormation resource. */
export interface Resource {
  readonly Type: string;
  /** It is made only if this is true. */
  readonly Condition?: Term;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: 'RetainExceptOnCreate';
  readonly UpdateReplacePolicy?: 'Retain';
}

/** Resources by logical id. */
export type Resources = Readonly<Record<string, Resource>>;

/** Outputs of the stack. */
export type Outputs = Readonly<
  Record<string, { readonly Condition?: Term; readonly Description: string; readonly Value: unknown }>
>;

/** Returns a reference to a resource or a parameter. */
export const ref = (id: string) => ({ Ref: id });
/** Returns a reference to the ARN of a resource. */
export const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
/** Returns a text in which CloudFormation replaces `${…}`. */
export const sub = (text: string) => ({ 'Fn::Sub': text });

/** This account. */
export const ACCOUNT = ref('AWS::AccountId');

/**
 * Keeps a resource if the stack is deleted or the resource replaced, because it may hold messages. Of a first deployment
 * that fails nothing is left behind.
 */
export const RETAIN = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' } as const;

/** Creates an IAM or resource policy of version 2012-10-17. */
export const policy = (...Statement: readonly unknown[]) => ({ Version: '2012-10-17', Statement });

/** Creates a statement that lets a service act on behalf of one account only. */
export const serviceStatement = (service: unknown, Action: string, Resource: unknown, account: unknown = ACCOUNT) => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action,
  Resource,
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
});
