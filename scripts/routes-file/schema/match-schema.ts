import * as z from 'zod';
import { SOURCE_NAMES } from '../../../src/domain/origin.js';
import { SEVERITIES } from '../../../src/domain/severity.js';
import type { Checks, Match } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { accountId, glob, text } from './texts.js';

const globsByName = z.record(z.string(), listOf(glob));

const CHECKS = {
  source: listOf(z.enum(SOURCE_NAMES)).exactOptional().describe('The source of the event'),
  renderer: listOf(text('a renderer name'))
    .exactOptional()
    .describe('The renderer of the message: cloudwatch-alarm, rds, push, … (npm run preview shows it)'),
  service: listOf(text('a service name'))
    .exactOptional()
    .describe('AWS services: their events, and alarms on their metrics: rds, ecs, elb, lambda'),
  severity: listOf(z.enum(SEVERITIES)).exactOptional().describe('The severity'),
  state: listOf(text('a state')).exactOptional().describe("The state in AWS's own word, in any case: ALARM, FAILED"),
  account: listOf(accountId).exactOptional().describe('Account ids, in quotes'),
  region: listOf(text('a region', /^[a-z]{2}(-[a-z]+)+-\d$/))
    .exactOptional()
    .describe('AWS regions'),
  alarmName: listOf(glob).exactOptional().describe('Names of alarms; * stands for any characters, ? for one'),
  namespace: listOf(glob).exactOptional().describe("Namespaces of an alarm's metrics: AWS/RDS (* and ? as above)"),
  dimensions: globsByName
    .exactOptional()
    .describe("An alarm's dimensions and their values: { DBInstanceIdentifier: orders-* }; all of them must match"),
  title: listOf(glob).exactOptional().describe('Titles of messages (* and ? as above)'),
  findingType: listOf(glob)
    .exactOptional()
    .describe("Types of security findings: 'UnauthorizedAccess:EC2/*' (* and ? as above)"),
  resource: listOf(glob).exactOptional().describe('ARNs and names of what it is about (* and ? as above)'),
  tags: globsByName
    .exactOptional()
    .describe("Tags of the alarm (if it sends them) or of a finding's resource; all of them must match"),
  topic: listOf(glob).exactOptional().describe('Names of SNS topics; * stands for any characters, ? for one'),
  labels: globsByName
    .exactOptional()
    .describe("Alertmanager's or Grafana's labels and their values (* and ? as above); all of them must match"),
  text: listOf(glob).exactOptional().describe('Words anywhere in the message (* and ? as above)'),
} satisfies Readonly<Record<keyof Checks, z.ZodType>>;

/** The checks of a rule. */
export const matchSchema = keysOf({
  ...CHECKS,
  not: keysOf(CHECKS)
    .meta({ id: 'checks' })
    .exactOptional()
    .describe('The same keys: the rule applies only if not one of them matches'),
} satisfies Readonly<Record<keyof Match, z.ZodType>>).meta({ id: 'match' }) satisfies z.ZodType<Match>;
