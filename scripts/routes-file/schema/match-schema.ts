import { z } from 'zod';
import { SEVERITIES, SOURCE_NAMES } from '../../../src/domain/notification.js';
import type { Match } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { accountId, glob, text } from './texts.js';

/** The checks of a rule. */
export const matchSchema = keysOf({
  source: listOf(z.enum(SOURCE_NAMES)).exactOptional().describe('The source of the event'),
  renderer: listOf(text('a renderer name'))
    .exactOptional()
    .describe('The renderer of the message: cloudwatch-alarm, rds, push, … (npm run preview shows it)'),
  severity: listOf(z.enum(SEVERITIES)).exactOptional().describe('The severity'),
  state: listOf(text('a state')).exactOptional().describe("The state in AWS's own word, in any case: ALARM, FAILED"),
  account: listOf(accountId).exactOptional().describe('Account ids, in quotes'),
  region: listOf(text('a region', /^[a-z]{2}(-[a-z]+)+-\d$/))
    .exactOptional()
    .describe('AWS regions'),
  alarmName: listOf(glob).exactOptional().describe('Names of alarms; * stands for any characters, ? for one'),
  topic: listOf(glob).exactOptional().describe('Names of SNS topics; * stands for any characters, ? for one'),
  labels: z
    .record(z.string(), listOf(glob))
    .exactOptional()
    .describe("Alertmanager's or Grafana's labels and their values (* and ? as above); all of them must match"),
} satisfies Readonly<Record<keyof Match, z.ZodType>>) satisfies z.ZodType<Match>;
