import type { SettingName } from '../plan.js';
import type { SettingText } from '../setting-texts.js';

/** A parameter of the template, as CloudFormation has it, and what it says in both languages. */
export interface Parameter {
  readonly name: string;
  /** The setting that it carries, or a part of. */
  readonly setting?: SettingName;
  readonly text: SettingText;
  readonly Type: 'String' | 'Number';
  /** Without one it has to be given. */
  readonly Default?: string | number;
  readonly AllowedValues?: readonly (string | number)[];
  /** In the form that Java and JavaScript read alike. */
  readonly AllowedPattern?: string;
  /** The words with which CloudFormation refuses a value, instead of the pattern. */
  readonly ConstraintDescription?: string;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly MaxLength?: number;
}
