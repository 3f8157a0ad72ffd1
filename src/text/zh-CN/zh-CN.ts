import { alarm } from './alarm.js';
import { awsCode } from './aws-code.js';
import { awsType } from './aws-type.js';
import { genericKey } from './generic-key.js';
import { healthCode } from './health-code.js';
import { label } from './label.js';
import { message } from './message.js';
import { payload } from './payload.js';
import { resourceKind } from './resource-kind.js';
import { security } from './security.js';

/** Every word that people in the group read, in Simplified Chinese. Its shape is binding for the other languages. */
export const zhCN = {
  ...message,
  answer: {
    maybe: '视情况而定',
    no: '否',
    partly: '部分',
    yes: '是',
  },

  alarm,
  awsCode,
  awsType,
  genericKey,
  healthCode,
  label,
  resourceKind,
  security,
  payload,
};
