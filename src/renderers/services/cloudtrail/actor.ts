import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import { firstText } from '../../toolkit/first-value.js';

/** The actor in a CloudTrail record, as a person would name them. */
export interface Actor {
  /** `alice`, `deploy-role/alice`, `root`, `autoscaling.amazonaws.com`, an Identity Center user's id. */
  readonly name: string | undefined;
  /** The id of the other account that called, if CloudTrail names nobody in it. */
  readonly account: string | undefined;
  readonly root: boolean;
  /** True for an identity that signs in with a password; only then does CloudTrail's MFA flag mean anything. */
  readonly password: boolean;
  readonly mfa: boolean;
}

/** Keys that name the actor, the most telling first. Of a user of IAM Identity Center, only `onBehalfOf` tells who it was. */
const NAMES = [
  'userIdentity.userName',
  'additionalEventData.UserName',
  'userIdentity.onBehalfOf.userId',
  'userIdentity.arn',
  'userIdentity.sessionContext.sessionIssuer.userName',
  'userIdentity.invokedBy',
  'userIdentity.principalId',
] as const;

/** CloudTrail's replacement for a user name that does not exist: it might be a password typed into the wrong box. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** An account's id, which CloudTrail writes as the principal if it knows no other. Nobody is called that. */
const ACCOUNT_ID = /^\d{12}$/;

/**
 * Reads `userIdentity`.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function actorOf(detail: JsonObject): Actor {
  const identity = objectAt(detail, 'userIdentity');
  const type = textAt(identity, 'type');
  const root = type === 'Root';
  const mfa = firstText(detail, [
    'additionalEventData.MFAUsed',
    'userIdentity.sessionContext.attributes.mfaAuthenticated',
  ]);
  return {
    name: root ? 'root' : nameIn(detail),
    account: type === 'AWSAccount' ? textAt(identity, 'accountId') : undefined,
    root,
    password: root || type === 'IAMUser',
    mfa: /^(yes|true)$/i.test(mfa ?? ''),
  };
}

/** Returns the actor's name, else the account it is of, in words; `undefined` if the record says neither. */
export function spokenActor({ name, account }: Actor, words: Words): string | undefined {
  return name ?? (account && words.security.ofAccount(account));
}

function nameIn(detail: JsonObject): string | undefined {
  const names = NAMES.map((key) => firstText(detail, key));
  const name = names.find((one) => one !== undefined && !ACCOUNT_ID.test(one));
  return name === HIDDEN ? undefined : name;
}
