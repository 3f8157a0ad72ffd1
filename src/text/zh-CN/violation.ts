import { isUntrustedCertificate } from '../../base/untrusted-certificate.js';
import type { ViolationTexts } from '../speech.js';

const KINDS: Readonly<Record<string, string>> = {
  'an object': '一个对象',
  'a function': '一个函数',
  'a symbol': '一个 symbol',
  'a bigint': '一个 bigint',
};

/** Returns a quoted value; of an object or a list, only the kind; of what may be a secret, only the length. */
function current(given: string): string {
  const [, length] = /^a list of (\d+)$/.exec(given) ?? [];
  const [, characters] = /^(\d+) characters$/.exec(given) ?? [];
  if (characters !== undefined) return `当前值有 ${characters} 个字符`;
  return `当前值为 ${length === undefined ? (KINDS[given] ?? given) : `${length} 项的列表`}`;
}

const KEY_PROBLEMS = {
  empty: '当前值为空',
  'not a key': '当前值不是 key',
  'a URL of another host': '当前值是另一个主机的地址',
  'a URL without its key': '当前值的地址里没有 key',
} as const;

const SECRET_ADVICE: Readonly<Record<string, string>> = {
  AccessDeniedException:
    '所用身份需要 secretsmanager:GetSecretValue 权限；Secret 由自管 KMS 密钥加密时还需要 kms:Decrypt',
  DecryptionFailure: '所用身份需要加密它的 KMS 密钥的 kms:Decrypt 权限',
  ResourceNotFoundException: '该区域和账号中没有这个 Secret，请创建或改正名称',
  InvalidRequestException: '现在不能读取，也许它已计划删除',
  InvalidParameterException: '它不是 Secret 的名称或 ARN',
  CredentialsProviderError: '没有找到 AWS 凭证，请设置 AWS_PROFILE 或先登录',
};

const secretAdvice = (error: string): string =>
  isUntrustedCertificate(error)
    ? '证书不受信任；网络会拦截 TLS 时，请把其 CA 证书（PEM 文件）的路径设为环境变量 NODE_EXTRA_CA_CERTS'
    : (SECRET_ADVICE[error] ?? 'Secrets Manager 没有应答');

const secretAt = (secretId: string, region: string): string =>
  `Secret ${secretId || '（空）'}（${region || '未指定区域'}）`;

/** Sentences for what a caller or an operator got wrong. They follow `错误：参数 … 无效，`. */
export const violation: ViolationTexts = {
  notText: ({ given }) => `必须是字符串，${current(given)}`,
  tooManyBytes: ({ max, bytes }) => `最长 ${max} 字节，当前值有 ${bytes} 字节`,
  halfCharacter: ({ index }) => `必须是完整的 Unicode 文本，位置 ${index} 只有半个字符`,
  nulCharacter: ({ index }) => `不能含有字符 U+0000，位置 ${index} 有一个`,
  nothingToRead: () => '必须有可以阅读的内容，当前值为空或只有空白',
  tooManyParts: ({ parts, room, size }) => `最多分成 ${parts} 条消息（约 ${room}），当前值有 ${size}`,
  format: ({ allowed, given }) => `只能是 ${allowed} 之一，${current(given)}`,
  isAtAll: ({ given }) => `只能是 1、0、true 或 false，${current(given)}`,
  mobileList: ({ given }) => `必须是手机号的列表，或用逗号隔开的文本，${current(given)}`,
  mobile: ({ given }) => `每一项都必须是 6 到 15 位数字的手机号，${current(given)}`,
  accessKey: ({ problem, baseUrl }) =>
    `必须是机器人的 key，或它在 ${baseUrl} 的 webhook 地址，${KEY_PROBLEMS[problem]}`,
  baseUrl: ({ example, protocol }) =>
    `企业微信的地址必须形如 ${example}，${protocol ? `当前值以 ${protocol} 开头，或带有多余的部分` : '当前值不是网址'}`,
  language: ({ allowed, given }) => `只能是 ${allowed} 之一，${current(given)}`,
  proxy: ({ example, protocol }) =>
    `代理的地址必须形如 ${example}，${protocol ? `当前值以 ${protocol} 开头` : '当前值不是网址'}`,
  timeout: ({ min, max, given }) => `必须是 ${min} 到 ${max} 的整数毫秒，${current(given)}`,
  command: () => '命令只有 push、local、template、routes，见 --help',
  messages: () => '消息只能是一个参数，请用引号括起来',
  option: ({ name }) => `没有选项 ${name}，见 --help`,
  optionValue: ({ name }) => `选项 ${name} 缺少取值，或不能带取值，见 --help`,
  keyTwice: () => '不能与 --secret-id 同时使用',
  robotOfNothing: () => '要说明是哪里的机器人，请加上 --secret-id 或 --url',
  noMessage: () => '没有消息，见 --help',
  noKey: () => '没有 key，请设置它，其他方式见 --help',
  noRegion: () => '没有区域，请设置它，或在 AWS profile 中写明 region',
  noToken: () => '没有令牌，请设为入口的一个令牌',
  doorUrl: () => '必须形如 https://robot.example.com/push，后面不能再有内容',
  robotOfSecret: ({ robots, given }) => `Secret 中只有 ${robots}，${current(given)}`,
  secretUnread: ({ secretId, region, error }) =>
    `无法读取 ${secretAt(secretId, region)}：${secretAdvice(error)}（${error}）`,
  secretEmpty: ({ secretId, region }) => `${secretAt(secretId, region)}是空的`,
  secretWithoutDefault: ({ secretId, robots }) =>
    `Secret ${secretId} 中必须有名为 default 的机器人，${robots ? `当前只有 ${robots}` : '当前没有可用的机器人'}`,
};
