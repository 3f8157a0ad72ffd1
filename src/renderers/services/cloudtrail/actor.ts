import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { firstText } from '../../toolkit/first-value.js';

/** The actor in a CloudTrail record, as a person would name them. */
export interface Actor {
  /** `alice`, `deploy-role/alice`, `root`, `autoscaling.amazonaws.com`. */
  readonly name: string | undefined;
  readonly root: boolean;
  /** True for an identity that signs in with a password; only then does CloudTrail's MFA flag mean anything. */
  readonly password: boolean;
  readonly mfa: boolean;
}

/** Keys of `userIdentity` that name the actor, the most telling first. */
const NAMES = [
  'userName',
  'arn',
  'sessionContext.sessionIssuer.userName',
  'invokedBy',
  'principalId',
  'accountId',
] as const;

/** CloudTrail's replacement for a user name that does not exist: it might be a password typed into the wrong box. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/**
 * Reads `userIdentity`.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function actorOf(detail: JsonObject): Actor {
  const identity = objectAt(detail, 'userIdentity');
  const type = textAt(identity, 'type');
  const root = type === 'Root';
  const name = firstText(identity, NAMES);
  const mfa = firstText(detail, [
    'additionalEventData.MFAUsed',
    'userIdentity.sessionContext.attributes.mfaAuthenticated',
  ]);
  return {
    name: root ? 'root' : name === HIDDEN ? undefined : name,
    root,
    password: root || type === 'IAMUser',
    mfa: /^(yes|true)$/i.test(mfa ?? ''),
  };
}
