import type { Renderer } from '../../renderers/renderer.js';
import { allHold } from '../toolkit/conditions.js';
import { valueAt } from '../toolkit/excerpt.js';
import type { Tool } from '../toolkit/tool.js';
import { type ToolContext, toolRenderer } from '../toolkit/tool-renderer.js';
import { aliyun } from './aliyun/aliyun.js';
import { argocd } from './argocd/argocd.js';
import { datadog } from './datadog.js';
import { dockerHub } from './docker-hub.js';
import { dolphinscheduler } from './dolphinscheduler/dolphinscheduler.js';
import { falco } from './falco.js';
import { gitea } from './gitea.js';
import { gitee } from './gitee.js';
import { github } from './github/github.js';
import { gitlab } from './gitlab/gitlab.js';
import { grafanaLegacy } from './grafana-legacy.js';
import { harbor } from './harbor/harbor.js';
import { huawei } from './huawei.js';
import { jenkinsTool } from './jenkins.js';
import { kubeEventer } from './kube-eventer.js';
import { kubernetesEventExporter } from './kubernetes-event-exporter.js';
import { newrelic } from './newrelic.js';
import { nightingale } from './nightingale/nightingale.js';
import { pagerduty } from './pagerduty/pagerduty.js';
import { sentry } from './sentry/sentry.js';
import { skywalking } from './skywalking.js';
import { sonarqube } from './sonarqube.js';
import { splunk } from './splunk.js';
import { statuspage } from './statuspage/statuspage.js';
import { tencent } from './tencent/tencent.js';
import { terraform } from './terraform.js';
import { uptimeKuma } from './uptime-kuma.js';
import { zabbix } from './zabbix/zabbix.js';

/** Every tool by name. Their order does not count: no body is of two. */
export const TOOLS: readonly Tool[] = [
  aliyun,
  argocd,
  datadog,
  dockerHub,
  dolphinscheduler,
  falco,
  gitea,
  gitee,
  github,
  gitlab,
  grafanaLegacy,
  harbor,
  huawei,
  jenkinsTool,
  kubeEventer,
  kubernetesEventExporter,
  newrelic,
  nightingale,
  pagerduty,
  sentry,
  skywalking,
  sonarqube,
  splunk,
  statuspage,
  tencent,
  terraform,
  uptimeKuma,
  zabbix,
];

/** Returns the renderer of the tool that a body is of; `undefined` if nobody knows it. A header of a tool's own counts most. */
export function rendererOfTool(body: unknown, context: ToolContext): Renderer | undefined {
  const tool =
    TOOLS.find(({ match }) => match.header !== undefined && allHold(match.header, context.header)) ??
    TOOLS.find((one) => isOfTool(one, body));
  return tool && toolRenderer(tool, body, context);
}

/** Returns true if a body has the keys that only the tool's has. */
export function isOfTool({ match }: Tool, body: unknown): boolean {
  const sets = [match.keys].flat();
  return sets.some((keys) => allHold(keys, (path) => valueAt(body, path)));
}
