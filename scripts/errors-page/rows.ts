import { AWS } from './aws.js';
import { COMMAND_LINES } from './command.js';
import { DOOR } from './door.js';
import { DOOR_BODY } from './door-body.js';
import { FUNCTIONS } from './functions.js';
import { LIBRARY } from './library.js';
import { LOCAL } from './local.js';
import { LOG_LINES } from './log-lines.js';
import { LOG_WARNINGS } from './log-warnings.js';
import { NETWORK } from './network.js';
import { OPERATING } from './operating.js';
import { OTHER_ROADS } from './other-roads.js';
import { PACKAGING } from './packaging.js';
import type { ErrorRow, Texts } from './row.js';
import { RULES_FILE } from './rules.js';
import { SECRET } from './secret.js';
import { WECOM, WECOM_UNKNOWN } from './wecom.js';

/** A section of the table. */
interface Section {
  readonly title: Texts;
  readonly rows: Readonly<Record<string, ErrorRow>>;
}

/** The table of errors, in the order in which a user meets them. */
export const SECTIONS: readonly Section[] = [
  { title: { 'zh-CN': 'Secret：`npm run secret`', en: 'The secret: `npm run secret`' }, rows: SECRET },
  { title: { 'zh-CN': '打包与部署', en: 'Packaging and deploying' }, rows: PACKAGING },
  {
    title: { 'zh-CN': '模板、Terraform、CDK、发布', en: 'Template, Terraform, CDK, release' },
    rows: OTHER_ROADS,
  },
  {
    title: { 'zh-CN': '规则：`routes.yml`，和查看它们的命令', en: 'Rules: `routes.yml`, and what shows them' },
    rows: RULES_FILE,
  },
  { title: { 'zh-CN': 'AWS 拒绝时（每条命令都一样）', en: 'AWS refuses (every command alike)' }, rows: AWS },
  { title: { 'zh-CN': 'ping、replay、ack', en: 'ping, replay, ack' }, rows: OPERATING },
  {
    title: {
      'zh-CN': '函数的日志、ping 的结果、死信的原因',
      en: 'Logs of the functions, the answer to a ping, reasons of parked messages',
    },
    rows: FUNCTIONS,
  },
  {
    title: { 'zh-CN': '函数日志里级别为 ERROR 的行', en: "Lines of the level ERROR in the functions' logs" },
    rows: LOG_LINES,
  },
  {
    title: {
      'zh-CN': '函数日志里级别为 WARN、可能要处理的行',
      en: "Lines of the level WARN in the functions' logs that may ask you to act",
    },
    rows: LOG_WARNINGS,
  },
  { title: { 'zh-CN': 'HTTPS 入口', en: 'The HTTPS door' }, rows: { ...DOOR, ...DOOR_BODY } },
  { title: { 'zh-CN': '命令 `wecomrobot push`', en: 'The command `wecomrobot push`' }, rows: COMMAND_LINES },
  {
    title: {
      'zh-CN': '库，和命令相同（`pushMessage` 在命令里是 `MESSAGE`）',
      en: 'The library, and the command alike (`pushMessage` is its `MESSAGE`)',
    },
    rows: { ...LIBRARY, ...NETWORK },
  },
  {
    title: { 'zh-CN': '本机的群页面：`wecomrobot local`', en: 'The group page on this machine: `wecomrobot local`' },
    rows: LOCAL,
  },
  { title: { 'zh-CN': '企业微信的错误码', en: "WeCom's errcodes" }, rows: { ...WECOM, ...WECOM_UNKNOWN } },
];

const ALL = {
  ...SECRET,
  ...PACKAGING,
  ...OTHER_ROADS,
  ...RULES_FILE,
  ...AWS,
  ...OPERATING,
  ...FUNCTIONS,
  ...LOG_LINES,
  ...LOG_WARNINGS,
  ...DOOR,
  ...DOOR_BODY,
  ...COMMAND_LINES,
  ...LIBRARY,
  ...NETWORK,
  ...LOCAL,
  ...WECOM,
  ...WECOM_UNKNOWN,
};

/** The name of a row. */
export type ErrorId = keyof typeof ALL;

/** Every row, by its name. */
export const ERRORS: Readonly<Record<ErrorId, ErrorRow>> = ALL;
