import { once } from '../base/once.js';
import type { Draft } from '../domain/notification.js';

/** The traces of a service: namespaces of its metrics, sources of its events, renderers of what it sends by other ways. */
interface Service {
  readonly namespaces?: readonly string[];
  readonly sources?: readonly string[];
  readonly renderers?: readonly string[];
}

/**
 * The services that rules name, with those of their traces that have another name: `AWS/RDS`, `aws.rds` and the renderer `rds`
 * need no line.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
 */
export const SERVICES: Readonly<Record<string, Service>> = {
  acm: { namespaces: ['AWS/CertificateManager'], sources: ['aws.acm-pca'], renderers: ['acm-pca'] },
  amplify: { namespaces: ['AWS/AmplifyHosting'] },
  apprunner: { renderers: ['app-runner'] },
  autoscaling: {
    sources: ['aws.application-autoscaling'],
    renderers: ['auto-scaling', 'application-auto-scaling'],
  },
  billing: { sources: ['aws.budgets', 'aws.ce'], renderers: ['budgets', 'cost-anomaly'] },
  codepipeline: { renderers: ['codepipeline-approval'] },
  cognito: { sources: ['aws.cognito-idp'] },
  directconnect: { namespaces: ['AWS/DX'] },
  dynamodb: { namespaces: ['AWS/DAX'] },
  ec2: { namespaces: ['AWS/EC2Spot', 'CWAgent'] },
  ecs: {
    namespaces: ['AWS/ECS/ManagedScaling', 'ECS/ContainerInsights'],
    renderers: ['ecs-task', 'ecs-service', 'ecs-container-instance'],
  },
  efs: { sources: ['aws.elasticfilesystem'] },
  eks: { namespaces: ['ContainerInsights'] },
  elasticbeanstalk: { renderers: ['elastic-beanstalk'] },
  elb: {
    namespaces: ['AWS/ApplicationELB', 'AWS/NetworkELB', 'AWS/GatewayELB'],
    sources: ['aws.elasticloadbalancing'],
  },
  emr: {
    namespaces: ['AWS/ElasticMapReduce', 'AWS/EMRServerless', 'AWS/EMRContainers'],
    sources: ['aws.emr-serverless', 'aws.emr-containers'],
    renderers: ['emr-serverless', 'emr-on-eks'],
  },
  events: { namespaces: ['AWS/EventBridge/Pipes', 'AWS/Scheduler'] },
  guardduty: { renderers: ['guardduty-protection'] },
  inspector: { sources: ['aws.inspector2'], renderers: ['inspector-classic', 'inspector-scan'] },
  kinesis: { namespaces: ['AWS/KinesisAnalytics'], sources: ['aws.kinesisanalytics'] },
  lambda: { renderers: ['lambda-destination'] },
  logs: { renderers: ['cloudwatch-logs'] },
  mq: { namespaces: ['AWS/AmazonMQ'] },
  msk: { namespaces: ['AWS/Kafka', 'AWS/KafkaConnect'], sources: ['aws.kafka'] },
  networkfirewall: { sources: ['aws.network-firewall'] },
  opensearch: { namespaces: ['AWS/ES', 'AWS/AOSS', 'AWS/OSIS'], sources: ['aws.es', 'aws.aoss', 'aws.osis'] },
  privatelink: { namespaces: ['AWS/PrivateLinkEndpoints', 'AWS/PrivateLinkServices'] },
  rds: { namespaces: ['AWS/RDS/Proxy'] },
  redshift: {
    namespaces: ['AWS/Redshift-Serverless'],
    sources: ['aws.redshift-serverless', 'aws.redshift-data'],
    renderers: ['redshift-data'],
  },
  route53: { namespaces: ['AWS/Route53Resolver'], sources: ['aws.route53resolver'] },
  sagemaker: { namespaces: ['/aws/sagemaker/Endpoints'] },
  securityhub: { renderers: ['security-hub'] },
  shield: { namespaces: ['AWS/DDoSProtection'] },
  sns: { renderers: ['sns-subscription'] },
  ssm: { namespaces: ['AWS/SSM-RunCommand'] },
  states: { renderers: ['step-functions'] },
  storagegateway: { renderers: ['storage-gateway'] },
  synthetics: { namespaces: ['CloudWatchSynthetics'] },
  trustedadvisor: { renderers: ['trusted-advisor'] },
  waf: { namespaces: ['AWS/WAFV2'], sources: ['aws.wafv2'] },
};

/** The services by each of their traces, in small letters. */
const BY_TRACE = once(() => {
  const services = new Map<string, string>();
  for (const [name, { namespaces = [], sources = [], renderers = [] }] of Object.entries(SERVICES))
    for (const trace of [...namespaces, ...sources, ...renderers]) services.set(trace.toLowerCase(), name);
  return services;
});

/** Worked out once for a draft, however many rules ask. */
const known = new WeakMap<Draft, readonly string[]>();

/** Returns the services that a draft comes from or measures. A service that is not in the table has AWS's own name: `aws.xyz` is `xyz`. */
export function servicesOf(draft: Draft): readonly string[] {
  const found = known.get(draft);
  if (found) return found;
  const { facts } = draft.origin;
  const traces = [...(facts?.namespaces ?? []), facts?.eventSource ?? '', draft.renderer].map((one) =>
    one.toLowerCase(),
  );
  const names = traces.flatMap((trace) => [BY_TRACE().get(trace) ?? '', trace.replace(/^aws[./]/, '')]);
  const services = [...new Set(names)].filter((name) => name !== '');
  known.set(draft, services);
  return services;
}
