import type { ServiceEvent } from '../aws/service-event.js';
import type { JsonObject } from '../base/json.js';
import { matchTemplate } from '../base/match-template.js';

/** An event that a sentence tells: EventBridge's names for it, and its detail. */
interface Told {
  readonly source: string;
  readonly detailType: string;
  readonly detail: JsonObject;
}

type Values = Readonly<Record<string, string>>;

interface Sentence {
  readonly templates: readonly string[];
  tell(values: Values, text: string): Told;
}

/** Longest text that is searched, in characters. */
const MAX_CHARACTERS = 4000;

/**
 * Sentences that AWS's own services and tutorials make of an event, each with the event it was made of.
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 * @see https://docs.aws.amazon.com/amplify/latest/userguide/custom-notifications.html
 */
const SENTENCES: readonly Sentence[] = [
  {
    templates: ["Build '{id}' for build project '{project}' has reached the build status of '{status}'"],
    tell: ({ id, project, status }) => ({
      source: 'aws.codebuild',
      detailType: 'CodeBuild Build State Change',
      detail: { 'build-id': id, 'project-name': project, 'build-status': status },
    }),
  },
  {
    templates: [
      "Build '{id}' for build project '{project}' has completed the build phase of '{phase}' with a status of '{status}'",
    ],
    tell: ({ id, project, phase, status }) => ({
      source: 'aws.codebuild',
      detailType: 'CodeBuild Build Phase Change',
      detail: {
        'build-id': id,
        'project-name': project,
        'completed-phase': phase,
        'completed-phase-status': status,
      },
    }),
  },
  {
    templates: [
      'Build notification from the AWS Amplify Console for app: https://{branch}.{app}.amplifyapp.com/. Your build status is {status}. ',
    ],
    tell: ({ branch, app, status }) => ({
      source: 'aws.amplify',
      detailType: 'Amplify Deployment Status Change',
      detail: { appId: app, branchName: branch, jobStatus: status },
    }),
  },
  {
    templates: [
      'You have a severity {severity} GuardDuty finding type {type} in the {region} region.',
      'AWS {account} has a severity {severity} GuardDuty finding type {type} in the {region} region.',
    ],
    tell: ({ account, severity, type, region }, text) => ({
      source: 'aws.guardduty',
      detailType: 'GuardDuty Finding',
      detail: {
        accountId: account,
        region,
        severity: Number(severity),
        type,
        description: descriptionIn(text),
        id: /search=id(?:%3D|=)([\da-f]{32})/i.exec(text)?.[1],
      },
    }),
  },
  {
    templates: [
      'On {time} AWS Config rule {rule} evaluated the {type} with Id {id} in the account {account} region {region} as {compliance}',
    ],
    tell: ({ rule, type, id, account, region, compliance }) => ({
      source: 'aws.config',
      detailType: 'Config Rules Compliance Change',
      detail: {
        messageType: 'ComplianceChangeNotification',
        configRuleName: rule,
        resourceType: type,
        resourceId: id,
        awsAccountId: account,
        awsRegion: region,
        newEvaluationResult: { complianceType: compliance },
      },
    }),
  },
  {
    templates: ['instance i-{id} is in {state}', 'The EC2 instance i-{id} is in {state}'],
    tell: ({ id, state }) => ({
      source: 'aws.ec2',
      detailType: 'EC2 Instance State-change Notification',
      detail: { 'instance-id': `i-${id}`, state },
    }),
  },
];

/** Returns the event that a text tells in a sentence of AWS's own making; `undefined` for any other text. */
export function eventInProse(event: ServiceEvent): ServiceEvent | undefined {
  // An input template of several lines is sent with each in its own quotes.
  const lines = event.text.slice(0, MAX_CHARACTERS).split('\n');
  const text = lines.map(withoutQuotes).join('\n').trim();
  for (const { templates, tell } of SENTENCES) {
    const values = templates.map((template) => matchTemplate(template, text)).find((found) => found !== undefined);
    if (values) return { ...event, ...tell(values, text), text: '' };
  }
  return undefined;
}

function withoutQuotes(line: string): string {
  const bare = line.trim();
  return bare.startsWith('"') ? bare.replaceAll('"', '').trim() : bare;
}

/** Returns the description of a finding, after which the template puts a full stop of its own. */
function descriptionIn(text: string): string | undefined {
  const description = text.split('Finding Description:')[1]?.trim().split('\n')[0];
  return description?.endsWith('..') ? description.slice(0, -1) : description;
}
