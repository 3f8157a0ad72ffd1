import type { zhCN } from '../zh-CN/zh-CN.js';
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

/** Every word that people in the group read, in English. */
export const en: typeof zhCN = {
  ...message,
  answer: {
    maybe: 'maybe',
    no: 'no',
    partly: 'partly',
    yes: 'yes',
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
