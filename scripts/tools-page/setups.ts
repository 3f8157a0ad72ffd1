import type { Language } from '../../src/text/words.js';

/** The place of the token: a row of {@link TOKEN_PLACES}. */
export type TokenPlace = 'bearer' | 'basic' | 'basicUrl' | 'query' | 'gitlab' | 'apiKey' | 'signature' | 'dialect';

/** The places of the token, as a reader enters it. */
export const TOKEN_PLACES: Readonly<Record<TokenPlace, Readonly<Record<Language, string>>>> = {
  bearer: { 'zh-CN': '请求头 `Authorization: Bearer <令牌>`', en: 'header `Authorization: Bearer <token>`' },
  basic: { 'zh-CN': 'Basic 认证的密码', en: 'password of Basic authentication' },
  basicUrl: { 'zh-CN': '地址里的密码：`https://wecom:<令牌>@…`', en: 'password in the URL: `https://wecom:<token>@…`' },
  query: { 'zh-CN': '地址里：`…/push?token=<令牌>`', en: 'in the URL: `…/push?token=<token>`' },
  gitlab: { 'zh-CN': 'Secret token（`X-Gitlab-Token`）', en: 'Secret token (`X-Gitlab-Token`)' },
  apiKey: { 'zh-CN': '请求头 `X-Api-Key: <令牌>`', en: 'header `X-Api-Key: <token>`' },
  signature: { 'zh-CN': 'Secret（用于签名）', en: 'Secret (it signs the body)' },
  dialect: { 'zh-CN': '与原来的令牌同一位置', en: 'where its own token stood' },
};

/** How a tool is set up. */
export interface ToolSetup {
  /** The place for `https://robot.example.com/push`, as markdown. */
  readonly enter: Readonly<Record<Language, string>>;
  readonly token: TokenPlace;
  /** The text to paste, if its users write the body themselves: a file of `docs/examples/tools/`. It is the one that is tested. */
  readonly template?: string;
  /** True if the program itself runs against the built function in `npm run test:clients`; else it is from documentation. */
  readonly isRun?: true;
}

/** The setup of each tool of the documented bodies, by its name there. */
export const TOOL_SETUPS: Readonly<Record<string, ToolSetup>> = {
  Alertmanager: {
    enter: {
      'zh-CN': '`receivers[].webhook_configs[].url`，见[入口](http-door.zh-CN.md#alertmanager)',
      en: '`receivers[].webhook_configs[].url`, see [the door](http-door.md#alertmanager)',
    },
    token: 'bearer',
    isRun: true,
  },
  'Aliyun CloudMonitor': {
    enter: {
      'zh-CN': '云监控 → 报警规则 → 高级设置 → 报警回调',
      en: 'CloudMonitor → alert rule → advanced → alert callback',
    },
    token: 'query',
  },
  Apprise: {
    enter: {
      'zh-CN': '`jsons://robot.example.com/push`，见[入口](http-door.zh-CN.md#apprise)',
      en: '`jsons://robot.example.com/push`, see [the door](http-door.md#apprise)',
    },
    token: 'bearer',
    isRun: true,
  },
  'Argo CD': {
    enter: {
      'zh-CN': '`argocd-notifications-cm`：`service.webhook.<名称>` 的 `url` 与 `headers`',
      en: '`argocd-notifications-cm`: `url` and `headers` of `service.webhook.<name>`',
    },
    token: 'bearer',
    template: 'argocd.yaml',
  },
  Datadog: {
    enter: {
      'zh-CN': 'Integrations → Webhooks → New：URL、Custom Headers',
      en: 'Integrations → Webhooks → New: URL, Custom Headers',
    },
    token: 'bearer',
    template: 'datadog.json',
  },
  'DingTalk body': {
    enter: {
      'zh-CN': '只换主机名，见[入口](http-door.zh-CN.md#从钉钉飞书或-slack-迁移)',
      en: 'change the host only, see [the door](http-door.md#from-dingtalk-feishu-or-slack)',
    },
    token: 'dialect',
  },
  'Docker Hub': {
    enter: { 'zh-CN': '仓库 → Webhooks：Webhook URL', en: 'repository → Webhooks: Webhook URL' },
    token: 'query',
  },
  DolphinScheduler: {
    enter: {
      'zh-CN': '安全中心 → 告警实例管理 → Http：url、headers（JSON）、contentField 填 `msg`',
      en: 'Security → Alarm Instance Manage → Http: url, headers (JSON), contentField `msg`',
    },
    token: 'bearer',
  },
  Falco: {
    enter: {
      'zh-CN': '`falco.yaml`：`json_output: true`、`http_output.url`；falcosidekick：`webhook.address`',
      en: '`falco.yaml`: `json_output: true`, `http_output.url`; falcosidekick: `webhook.address`',
    },
    token: 'query',
  },
  'Feishu body': {
    enter: {
      'zh-CN': '只换主机名，见[入口](http-door.zh-CN.md#从钉钉飞书或-slack-迁移)',
      en: 'change the host only, see [the door](http-door.md#from-dingtalk-feishu-or-slack)',
    },
    token: 'dialect',
  },
  GitHub: {
    enter: {
      'zh-CN': 'Settings → Webhooks：Payload URL、Content type 选 `application/json`、Secret',
      en: 'Settings → Webhooks: Payload URL, Content type `application/json`, Secret',
    },
    token: 'signature',
  },
  GitLab: {
    enter: { 'zh-CN': '设置 → Webhooks：URL、Secret token', en: 'Settings → Webhooks: URL, Secret token' },
    token: 'gitlab',
  },
  Gitea: {
    enter: {
      'zh-CN': '设置 → Web 钩子 → Gitea：目标 URL、密钥',
      en: 'Settings → Webhooks → Gitea: Target URL, Secret',
    },
    token: 'signature',
  },
  Gitee: {
    enter: { 'zh-CN': '仓库 → 管理 → WebHooks → URL', en: 'repository → Manage → WebHooks → URL' },
    token: 'query',
  },
  Grafana: {
    enter: {
      'zh-CN': 'Alerting → Contact points → Webhook：URL、Authorization Header，见[入口](http-door.zh-CN.md#grafana)',
      en: 'Alerting → Contact points → Webhook: URL, Authorization Header, see [the door](http-door.md#grafana)',
    },
    token: 'bearer',
    template: 'grafana.tmpl',
  },
  'HCP Terraform': {
    enter: {
      'zh-CN': 'Workspace → Settings → Notifications → Create a Notification → Webhook',
      en: 'workspace → Settings → Notifications → Create a notification → Webhook',
    },
    token: 'query',
  },
  Harbor: {
    enter: {
      'zh-CN': '项目 → Webhooks → 新建：Endpoint 地址、认证头（`Bearer <令牌>`）',
      en: 'project → Webhooks → New: Endpoint URL, Auth Header (`Bearer <token>`)',
    },
    token: 'bearer',
  },
  'Huawei Cloud SMN': {
    enter: {
      'zh-CN': '消息通知服务 → 主题 → 添加订阅：HTTPS 终端',
      en: 'SMN → topic → Add Subscription: HTTPS endpoint',
    },
    token: 'query',
  },
  'Jenkins notification plugin': {
    enter: {
      'zh-CN': '任务 → 配置 → Job Notifications：Format JSON、Protocol HTTP、Event 选 Job Finalized、URL',
      en: 'job → Configure → Job Notifications: Format JSON, Protocol HTTP, Event Job Finalized, URL',
    },
    token: 'query',
  },
  'Jenkins pipeline': {
    enter: {
      'zh-CN': '`Jenkinsfile` 的 `post`',
      en: '`post` of the `Jenkinsfile`',
    },
    token: 'bearer',
    template: 'jenkins.groovy',
  },
  KubeSphere: {
    enter: {
      'zh-CN': '平台设置 → 通知配置 → Webhook：地址、认证',
      en: 'Platform Settings → Notification Configuration → Webhook',
    },
    token: 'basic',
  },
  'New Relic': {
    enter: {
      'zh-CN': 'Alerts → Destinations → Webhook：Endpoint URL、Authorization',
      en: 'Alerts → Destinations → Webhook: Endpoint URL, Authorization',
    },
    token: 'bearer',
    template: 'newrelic.hbs',
  },
  Nightingale: {
    enter: {
      'zh-CN': '通知媒介 → Callback：URL、请求头，请求体填下面一行；旧版：告警规则 → 回调地址',
      en: 'Notification channels → Callback: URL, headers, and the line below as the body; older ones: alert rule → callback URL',
    },
    token: 'query',
    template: 'nightingale.tmpl',
  },
  PagerDuty: {
    enter: {
      'zh-CN': 'Integrations → Generic Webhooks (v3) → New Webhook：Webhook URL、Custom Header',
      en: 'Integrations → Generic Webhooks (v3) → New Webhook: Webhook URL, Custom Header',
    },
    token: 'bearer',
  },
  Prometheus: {
    enter: { 'zh-CN': '经由 Alertmanager', en: 'through Alertmanager' },
    token: 'bearer',
  },
  Sentry: {
    enter: {
      'zh-CN': 'Settings → Developer Settings → Internal Integration：Webhook URL；旧版插件：Callback URLs',
      en: 'Settings → Developer Settings → Internal Integration: Webhook URL; legacy plug-in: Callback URLs',
    },
    token: 'query',
  },
  SkyWalking: {
    enter: {
      'zh-CN': '`alarm-settings.yml`：`hooks.webhook.default.urls`（8.x：`webhooks`）',
      en: '`alarm-settings.yml`: `hooks.webhook.default.urls` (8.x: `webhooks`)',
    },
    token: 'query',
  },
  'Slack body': {
    enter: {
      'zh-CN': '只换主机名，见[入口](http-door.zh-CN.md#从钉钉飞书或-slack-迁移)',
      en: 'change the host only, see [the door](http-door.md#from-dingtalk-feishu-or-slack)',
    },
    token: 'dialect',
  },
  SonarQube: {
    enter: {
      'zh-CN': 'Administration → Configuration → Webhooks，或项目的 Project Settings → Webhooks：URL',
      en: 'Administration → Configuration → Webhooks, or a project’s Project Settings → Webhooks: URL',
    },
    token: 'basicUrl',
  },
  Splunk: {
    enter: { 'zh-CN': '告警 → Add Actions → Webhook：URL', en: 'alert → Add Actions → Webhook: URL' },
    token: 'query',
  },
  Statuspage: {
    enter: { 'zh-CN': '状态页 → Subscribe to updates → Webhook', en: 'status page → Subscribe to updates → Webhook' },
    token: 'query',
  },
  'Tencent Cloud': {
    enter: {
      'zh-CN': '可观测平台 → 告警管理 → 通知模板 → 接口回调',
      en: 'TCOP → notification template → API callback',
    },
    token: 'query',
  },
  'Uptime Kuma': {
    enter: {
      'zh-CN': '通知 → Webhook：Post URL、请求体预设、额外 Header',
      en: 'Notifications → Webhook: Post URL, Request Body preset, Additional Headers',
    },
    token: 'bearer',
  },
  Zabbix: {
    enter: {
      'zh-CN': '告警 → 媒介 → 导入下面的文件，再填 `url` 与 `token`；用户的媒介里选它',
      en: 'Alerts → Media types → Import the file below, then fill in `url` and `token`; choose it in a user’s media',
    },
    token: 'bearer',
    template: 'zabbix.yaml',
  },
  'kube-eventer': {
    enter: {
      'zh-CN': '`--sink=webhook:https://robot.example.com/push?method=POST&header=X-Api-Key=<令牌>&level=Warning`',
      en: '`--sink=webhook:https://robot.example.com/push?method=POST&header=X-Api-Key=<token>&level=Warning`',
    },
    token: 'apiKey',
  },
  'kubernetes-event-exporter': {
    enter: {
      'zh-CN': '`receivers[].webhook`：`endpoint`、`headers`',
      en: '`receivers[].webhook`: `endpoint`, `headers`',
    },
    token: 'bearer',
  },
  vmalert: {
    enter: { 'zh-CN': '经由 Alertmanager', en: 'through Alertmanager' },
    token: 'bearer',
  },
};
