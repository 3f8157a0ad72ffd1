import { CfnResource, TagManager, TagType } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TAG_VARIANTS } from './tag-variants.js';

/** A resource that takes tags as CDK's own resources do: `Tags.of(robot).add('team', 'ops')` reaches it. */
export class TaggableResource extends CfnResource {
  /** The name is CDK's, which looks for it. */
  readonly tags: TagManager;

  constructor(scope: Construct, id: string, type: string, properties: Readonly<Record<string, unknown>>) {
    super(scope, id, { type, properties });
    // As CloudFormation has them, Key and Value: what CDK calls STANDARD is still to be written so by CDK's own resources.
    const form = TAG_VARIANTS[type] === 'map' ? TagType.MAP : TagType.KEY_VALUE;
    this.tags = new TagManager(form, type, undefined, { tagPropertyName: 'Tags' });
  }
}
