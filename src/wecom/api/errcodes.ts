import { getOwn } from '../../base/json.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import type { Words } from '../../text/words.js';

/** WeCom's errcodes by name: those that the code itself speaks of. */
export const ERRCODE = {
  systemBusy: -1,
  invalidMessageType: 40008,
  invalidImageSize: 40009,
  invalidUrlSize: 40039,
  invalidParameter: 40058,
  missingMediaId: 41006,
  missingUrl: 41010,
  missingTitle: 41016,
  emptyMedia: 44001,
  emptyContent: 44004,
  tooManyArticles: 45008,
  tooManyMessages: 45009,
  unsupportedApi: 48002,
  invalidWebhookUrl: 93000,
  robotDisabled: 93004,
  robotNotInGroup: 93008,
  md5Mismatch: 301019,
} as const;

/** What an errcode means for the sender. */
export interface ErrcodeRow {
  readonly outcome: 'refused' | 'unavailable';
  /** Milliseconds before it is worth trying again; 0 where it never is. */
  readonly waitMs: number;
  /** Where trying again within seconds may help: the most to wait before the second try, milliseconds. */
  readonly quickRetryMs?: number;
  readonly zh: Explanation;
  readonly en: Explanation;
}

/** For a person: one short sentence each, without its end. */
interface Explanation {
  readonly meaning: string;
  readonly advice: string;
}

type Texts = readonly [meaningZh: string, adviceZh: string, meaningEn: string, adviceEn: string];

function explained([meaningZh, adviceZh, meaningEn, adviceEn]: Texts): Pick<ErrcodeRow, 'zh' | 'en'> {
  return { zh: { meaning: meaningZh, advice: adviceZh }, en: { meaning: meaningEn, advice: adviceEn } };
}

/** Sending it again cannot help. */
const refused = (...texts: Texts): ErrcodeRow => ({ outcome: 'refused', waitMs: 0, ...explained(texts) });

/** It may pass by itself: after `waitMs` for whoever comes back later, within `quickRetryMs` for who waits here. */
const busy = (waitMs: number, quickRetryMs: number, meaningZh: string, meaningEn: string): ErrcodeRow => ({
  outcome: 'unavailable',
  waitMs,
  quickRetryMs,
  ...explained([meaningZh, '稍后重试', meaningEn, 'try again in a moment']),
});

/**
 * Every errcode that a robot's webhook is documented or known to answer.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const ERRCODES: Readonly<Record<number, ErrcodeRow>> = {
  [ERRCODE.systemBusy]: busy(5000, 500, '企业微信系统繁忙', 'WeCom is busy'),
  6000: busy(5000, 500, '数据版本冲突', 'data version conflict'),
  [ERRCODE.tooManyMessages]: {
    outcome: 'unavailable',
    waitMs: 65_000,
    ...explained([
      '超过每分钟 20 条的频率限制',
      '约一分钟后恢复，请合并或减少消息',
      'over 20 messages a minute',
      'it lifts after a minute: send less, or merge',
    ]),
  },
  45033: busy(5000, 3000, '并发调用超过限制', 'too many calls at one time'),

  [ERRCODE.invalidWebhookUrl]: refused(
    'webhook 地址无效，或机器人已被移出群聊',
    '核对 key，必要时重新添加机器人并更换 key',
    'the webhook key is wrong, or the robot was removed from its group',
    'check the key, or add the robot again and use its new key',
  ),
  93004: refused('机器人已被停用', '在群里重新启用机器人', 'the robot is disabled', 'enable it in the group'),
  93006: refused('群聊 ID 无效', '检查机器人所在的群', 'the chat id is wrong', "check the robot's group"),
  93008: refused(
    '机器人不在群里',
    '重新把机器人加入群聊',
    'the robot is not in the group',
    'add it to the group again',
  ),
  93017: refused('机器人不可用', '在群里检查机器人', 'the robot cannot be used', 'look at it in the group'),

  40008: refused('消息类型无效，或 JSON 格式错误', '检查 msgtype', 'bad message type or JSON', 'check msgtype'),
  40033: refused('含有不支持的字符', '删除特殊字符', 'unsupported characters', 'remove them'),
  40039: refused('链接超过 1024 字节', '缩短链接', 'a URL is over 1024 bytes', 'shorten it'),
  40058: refused(
    '参数不合法：内容过长、列表过长或缺少必填项',
    '缩短内容，检查必填项',
    'bad parameter: too long, or something required is missing',
    'shorten the message, check what is required',
  ),
  40063: refused('必填参数为空', '补全参数', 'a required parameter is empty', 'fill it in'),
  41010: refused('缺少 url', '补上 url', 'url is missing', 'add it'),
  41016: refused('缺少 title', '补上 title', 'title is missing', 'add it'),
  44004: refused('消息内容为空', '填写消息内容', 'the message is empty', 'write something'),
  45002: refused('消息内容过长', '缩短内容', 'the message is too long', 'shorten it'),
  45008: refused('图文超过 8 条', '减少条数', 'more than 8 articles', 'send fewer'),
  45034: refused('链接缺少协议头', '以 https:// 开头', 'a URL has no scheme', 'begin it with https://'),

  40004: refused('媒体文件类型无效', '更换文件类型', 'bad media type', 'use another one'),
  40005: refused('type 参数无效', '使用 file 或 voice', 'bad type parameter', 'use file or voice'),
  40006: refused('媒体文件大小无效', '须大于 5 字节且不超限', 'bad media size', 'over 5 bytes and within the limit'),
  40007: refused(
    'media_id 无效或已过期',
    '用同一机器人重新上传',
    'bad or expired media_id',
    'upload again by this robot',
  ),
  40009: refused('图片大小无效', '压缩到 2 MB 以内', 'bad image size', 'at most 2 MB'),
  41006: refused('缺少 media_id', '先上传文件', 'media_id is missing', 'upload the file first'),
  44001: refused('媒体文件为空', '重新上传文件', 'the media file is empty', 'upload it again'),
  45001: refused('媒体文件过大', '压缩文件', 'the media file is too large', 'make it smaller'),
  45007: refused('语音超过 60 秒', '缩短语音', 'the voice message is over 60 s', 'make it shorter'),
  301016: refused('语音文件无效', '重新录制', 'bad voice file', 'record it again'),
  301017: refused('语音仅支持 AMR 格式', '转换为 AMR', 'voice must be AMR', 'convert it'),
  301019: refused('文件 MD5 不一致', '用原始字节计算 MD5', 'the md5 does not match', 'take it of the raw bytes'),
};

/** Only WeCom's own word that it may pass makes a failure worth repeating. */
const UNKNOWN = refused(
  '未知错误码',
  '请在企业微信文档中查询',
  'unknown errcode',
  "look it up in WeCom's documentation",
);

/** What an errcode means; an unknown one is refused. */
export function errcodeRow(errcode: number): ErrcodeRow {
  return getOwn(ERRCODES, String(errcode)) ?? UNKNOWN;
}

/** What an errcode means and what to do about it, for a person. */
export function explainErrcode(errcode: number, words: Words): string {
  const row = errcodeRow(errcode);
  const { meaning, advice } = words.locale === 'zh-CN' ? row.zh : row.en;
  return meaning + words.aside(advice);
}

/** Errcodes that say that the robot itself cannot post any more: whatever is sent to it is refused. */
export const ROBOT_GONE: ReadonlySet<number> = new Set([
  ERRCODE.invalidWebhookUrl,
  ERRCODE.robotDisabled,
  ERRCODE.robotNotInGroup,
]);

/** Errcodes that blame the message: another one may pass. */
const CONTENT: ReadonlySet<number> = new Set([
  40008, 40033, 40039, 40058, 40063, 41010, 41016, 44004, 45002, 45008, 45034,
]);

/** Whether it was the content that WeCom refused, and not the robot. */
export function isContentRefused(result: DeliveryResult): boolean {
  return result.status === 'refused' && CONTENT.has(result.errcode);
}
