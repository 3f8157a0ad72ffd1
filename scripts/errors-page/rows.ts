import { COMMAND_LINES, DOOR, WECOM } from './calling.js';
import { AWS, FUNCTIONS, OPERATING, SECRET } from './operating.js';
import { PACKAGING, RULES_FILE } from './packaging.js';
import type { ErrorRow, Texts } from './row.js';

/** A section of the table. */
interface Section {
  readonly title: Texts;
  readonly rows: Readonly<Record<string, ErrorRow>>;
}

/** The table of errors, in the order in which a user meets them. */
export const SECTIONS: readonly Section[] = [
  { title: { 'zh-CN': 'Secret：`npm run secret`', en: 'The secret: `npm run secret`' }, rows: SECRET },
  { title: { 'zh-CN': '打包与部署', en: 'Packaging and deploying' }, rows: PACKAGING },
  { title: { 'zh-CN': '规则：`routes.yml`', en: 'Rules: `routes.yml`' }, rows: RULES_FILE },
  { title: { 'zh-CN': 'AWS 的拒绝（每条命令相同）', en: 'AWS refuses (every command alike)' }, rows: AWS },
  { title: { 'zh-CN': 'ping、replay、ack', en: 'ping, replay, ack' }, rows: OPERATING },
  {
    title: { 'zh-CN': '函数的日志，和 ping 的回答', en: 'Logs of the functions, and the answer to a ping' },
    rows: FUNCTIONS,
  },
  { title: { 'zh-CN': 'HTTPS 入口', en: 'The HTTPS door' }, rows: DOOR },
  { title: { 'zh-CN': '命令 `wecomrobot push`', en: 'The command `wecomrobot push`' }, rows: COMMAND_LINES },
  { title: { 'zh-CN': '企业微信的错误码', en: "WeCom's errcodes" }, rows: WECOM },
];

const ALL = {
  ...SECRET,
  ...PACKAGING,
  ...RULES_FILE,
  ...AWS,
  ...OPERATING,
  ...FUNCTIONS,
  ...DOOR,
  ...COMMAND_LINES,
  ...WECOM,
};

/** The name of a row. */
export type ErrorId = keyof typeof ALL;

/** Every row, by its name. */
export const ERRORS: Readonly<Record<ErrorId, ErrorRow>> = ALL;
