import type { ServiceEvent } from '../service-event.js';
import { accessAnalyzer } from './access-analyzer.js';
import { acm } from './acm.js';
import { awsConfig } from './aws-config.js';
import { budgets } from './budgets.js';
import { cloudtrail } from './cloudtrail.js';
import { cloudWatchAlarm } from './cloudwatch-alarm.js';
import { cloudWatchAlarmConfiguration } from './cloudwatch-alarm-configuration.js';
import { costAnomaly } from './cost-anomaly.js';
import { guardduty } from './guardduty.js';
import { guarddutyProtection } from './guardduty-protection.js';
import { health } from './health.js';
import { inspector } from './inspector.js';
import { inspectorClassic } from './inspector-classic.js';
import { inspectorScan } from './inspector-scan.js';
import { kms } from './kms.js';
import { macie } from './macie.js';
import type { Renderer } from './renderer.js';
import { securityHub } from './security-hub.js';
import { signIn } from './sign-in.js';
import { supportCase } from './support-case.js';
import { trustedAdvisor } from './trusted-advisor.js';

/**
 * Every service we render, asked in this order: the first that matches takes the event, so the more special stands first.
 * One line per renderer. `text` and `generic` are no members: they take what neither a renderer nor a payload takes.
 */
export const RENDERERS: readonly Renderer[] = [
  // CloudTrail tells of every service, so it stands before them.
  signIn,
  cloudtrail,
  cloudWatchAlarm,
  cloudWatchAlarmConfiguration,
  accessAnalyzer,
  acm,
  awsConfig,
  budgets,
  costAnomaly,
  guardduty,
  guarddutyProtection,
  health,
  inspector,
  inspectorClassic,
  inspectorScan,
  kms,
  macie,
  securityHub,
  supportCase,
  trustedAdvisor,
];

/** The renderer of an event, or nothing: then it is a payload's, plain text's or `generic`'s. */
export function rendererOf(event: ServiceEvent): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.matches(event));
}
