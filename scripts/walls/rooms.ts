/** The rooms of a folder, lowest first, each with the names of those that it may import. */
export type Rooms = Readonly<Record<string, string>>;

/**
 * Rooms of `src/`. The entries next to them may import all, and nothing imports an
 * entry.
 */
export const SRC_ROOMS: Rooms = {
  base: '',
  domain: 'base',
  text: 'base domain',
  aws: 'base domain',
  secrets: 'base domain',
  verdict: 'base domain',
  routing: 'base domain text verdict',
  queue: 'base domain text',
  wecom: 'base domain text',
  renderers: 'base domain text aws verdict',
  payloads: 'base domain text aws renderers verdict wecom/api',
  sources: 'base domain text aws renderers payloads verdict wecom/api',
  library: 'base domain text payloads wecom',
  watch: 'base domain text aws routing renderers',
  app: 'base domain text queue routing secrets sources watch wecom',
  cli: 'base domain text aws library secrets wecom',
  functions: 'base domain text aws app queue routing secrets sources watch wecom',
};

/** Folders of a room of `src/`, lowest first: each may import those before it, and all that its room may import. */
export const FLOORS: Rooms = {
  queue: 'message sqs lane batch',
  app: 'look-up consumer warm-up',
  wecom: 'api compose post',
  renderers: 'toolkit generic services',
};

/**
 * Rooms of `local/`. `src/` marks a room of the product. WeCom's simulator knows nothing of `src/wecom`, which it
 * tests.
 */
export const LOCAL_ROOMS: Rooms = {
  net: 'src/base',
  time: 'src/base',
  samples: 'src/base',
  cloudwatch: 'net time src/aws src/base src/watch',
  sqs: 'net src/base',
  s3: 'cloudwatch net src/base',
  'secrets-manager': 'net src/base',
  wecom: 'net time src/base',
  lambda: 'cloudwatch net sqs time src/aws src/base',
  deployment: 'cloudwatch lambda net s3 secrets-manager sqs time wecom src/base',
  group:
    'cloudwatch deployment samples sqs secrets-manager wecom lambda time src/app src/base src/domain src/routing src/sources src/text src/wecom',
  messages: 'time wecom group src/base src/domain',
  'group-server': 'net samples group messages src/base src/domain src/text',
  summary: 'cloudwatch src/base src/domain src/renderers src/routing src/sources src/text src/watch',
  page: '',
};

/** Parts of `src/` that `deploy/` may import: it checks settings as the function reads them. */
export const DEPLOY_MAY_IMPORT = 'src/base src/domain src/text src/aws src/wecom/api src/app/config.js';

/** Rooms of `deploy/` that may import more than it: a construct compiles rules as the build does. */
export const DEPLOY_ROOMS: Rooms = { cdk: 'src/routing scripts/routes-file' };

/** The only files of `src/` that may import what is refused otherwise. */
export const AWS_CLIENT_FILES = [
  'aws/clients.ts',
  'secrets/read-secret.ts',
  'queue/sqs/sqs.ts',
  'watch/cloudwatch.ts',
  'watch/logs.ts',
];
export const HTTPS_FILES = ['base/https-pool.ts', 'base/proxied-pool.ts'];
/** A file that is loaded only if a proxy is set, and never by a function. */
export const HTTP_FILES = ['base/proxied-pool.ts'];
