import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { firstText } from '../../toolkit/first-value.js';

/** Who did what CloudTrail recorded, as a person says it. */
export interface Actor {
  /** `alice`, `deploy-role/alice`, `root`, `autoscaling.amazonaws.com`. */
  readonly name: string | undefined;
  readonly root: boolean;
  /** Whether it signs in with a password: only for those does CloudTrail's word on MFA mean anything. */
  readonly password: boolean;
  readonly mfa: boolean;
}

/** Where `userIdentity` names who it was, the most telling first. */
const NAMES = [
  'userName',
  'arn',
  'sessionContext.sessionIssuer.userName',
  'invokedBy',
  'principalId',
  'accountId',
] as const;

/** What CloudTrail writes for a user name that does not exist: it might be a password typed into the wrong box. */
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
