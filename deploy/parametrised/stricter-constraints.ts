import type { SettingName } from '../plan.js';
import type { Parameter } from './parameter.js';

/** Most characters of all account names, of which a Chinese one may be nine. */
export const MAX_ACCOUNT_NAMES_LENGTH = 1500;
const NAMED_ACCOUNT = '\\d{12}=[^,;=:\\uff0c\\uff1a\\n]{1,600}';

/** A person has a sign that no mobile has. A mobile has six digits at least. */
const MENTION = '([\\d\\s()+/-]*[^\\d\\s()+,;:=/-][^,;:=\\n]*|[\\d\\s()+-]{6,24})';
/** An area and a place, or one of the old names. That there is such a place only the function knows. */
const TIME_ZONE =
  '^((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US)(/[A-Z][A-Za-z_-]+){1,2}|(Etc/)?(UTC|GMT([+-]\\d{1,2})?)|PRC|ROC|ROK|Hongkong|Japan|Singapore)$';

/** Settings whose form says less than a parameter has to. */
export const STRICTER_CONSTRAINTS: Readonly<
  Partial<Record<SettingName, Pick<Parameter, 'AllowedPattern' | 'MaxLength'>>>
> = {
  // The signs are those of full width too. A Chinese name may be encoded, which makes it three times as long.
  accountNames: { AllowedPattern: `^$|^${NAMED_ACCOUNT}(,${NAMED_ACCOUNT})*$`, MaxLength: MAX_ACCOUNT_NAMES_LENGTH },
  mentionOnAlarm: { AllowedPattern: `^$|^${MENTION}(,${MENTION})*$`, MaxLength: 500 },
  timeZone: { AllowedPattern: TIME_ZONE },
  wecomBaseUrl: { AllowedPattern: '^https://[A-Za-z0-9.-]+(:\\d+)?$' },
};
