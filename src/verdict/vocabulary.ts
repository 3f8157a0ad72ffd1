import { once } from '../base/once.js';
import type { Severity } from '../domain/severity.js';

/** The states that words tell, named as `text/` names the words that are shown for them. */
export type Standing =
  | 'alarm'
  | 'cancelled'
  | 'closed'
  | 'completed'
  | 'created'
  | 'deleted'
  | 'deleting'
  | 'denied'
  | 'failed'
  | 'failedOver'
  | 'failover'
  | 'lagging'
  | 'lowStorage'
  | 'maintenance'
  | 'merged'
  | 'notice'
  | 'ok'
  | 'partial'
  | 'recovered'
  | 'recovering'
  | 'restarted'
  | 'restarting'
  | 'running'
  | 'started'
  | 'stopped'
  | 'stopping'
  | 'succeeded'
  | 'suppressed'
  | 'timedOut'
  | 'unavailable'
  | 'unhealthy'
  | 'updated'
  | 'waiting'
  | 'warning';

/**
 * The part a word plays among others: `bad`, `poor` and `good` are verdicts, `cured` is the end of something bad, `over` says only
 * that something ended, `off` that something does not run, `open` that it waits for somebody, which is trouble if it is an alert,
 * `going` anything else that can happen.
 */
export type Kind = 'bad' | 'poor' | 'good' | 'cured' | 'over' | 'closed' | 'off' | 'open' | 'going';

/** The meaning of a word. */
export interface Meaning {
  readonly standing: Standing;
  readonly severity: Severity;
  readonly kind: Kind;
  /** 0 is the worst: of several words in one state the lowest rank counts, so `UPDATE_ROLLBACK_COMPLETE` went wrong. */
  readonly rank: number;
  /** True if it counts only as the whole of a value, or as the last word of an event's name: `up`, `alarm`. */
  readonly alone: boolean;
}

/** A row of the vocabulary. Words of more than one token are joined by `+`, two that may
 * stand apart by `*`; `alone` are those that count only by themselves. */
interface Row {
  readonly standing: Standing;
  readonly severity: Severity;
  readonly kind: Kind;
  readonly words: string;
  readonly alone?: string;
}

/** The vocabulary, the worst first. The only list of words for good and bad: a test finds no other in `src/`. */
const ROWS: readonly Row[] = [
  {
    standing: 'alarm',
    severity: 'critical',
    kind: 'bad',
    words: '特别严重 灾难',
    alone: 'critical crit emergency emerg fatal disaster catastrophic panic 紧急 严重 致命 特急 危急',
  },
  {
    standing: 'alarm',
    severity: 'error',
    kind: 'bad',
    words: 'firing in+alarm 告警中 报警中 未恢复',
    alone: 'alarm alert alerting alerted problem triggered major severe 告警 报警 触发 已触发 发生 故障中',
  },
  {
    standing: 'failedOver',
    severity: 'recovery',
    kind: 'good',
    words:
      'failover+complete failover+completed failover+is+complete failover+finished completed+failover finished+failover failover+succeeded 故障转移完成 主备切换完成',
  },
  {
    standing: 'recovered',
    severity: 'recovery',
    kind: 'cured',
    words:
      'recovery*complete recovery*completed recovery*finished recovered+from back+online back+to+normal come+up came+up',
  },
  { standing: 'succeeded', severity: 'recovery', kind: 'good', words: 'full+load+only+finished' },
  {
    standing: 'lowStorage',
    severity: 'error',
    kind: 'bad',
    words:
      'storage*exhausted storage*low storage*full storage*maximum storage*out maximum*storage disk+full storage+full low+storage storage+low disk+quota+exceeded no+space+left enospc out+of+disk maximum+storage 磁盘满 磁盘已满 磁盘写满 空间不足 磁盘不足 存储不足 空间耗尽',
  },
  {
    standing: 'timedOut',
    severity: 'error',
    kind: 'bad',
    words: 'timeout timeouts timedout time+out timed+out etimedout 超时',
  },
  {
    standing: 'denied',
    severity: 'error',
    kind: 'bad',
    words:
      'denied auth+failure authfailure not+authorized not+authorised invalid+client+token signature+does+not+match unauthorized unauthorised deauthorized deauthorised forbidden reject rejected rejection refused declined 拒绝 被拒 拒付 未授权 无权限 驳回',
  },
  {
    standing: 'failed',
    severity: 'error',
    kind: 'bad',
    words:
      'fail fails failed failing failure failures fault faults faulty faulted error errors errored err unhealthy breach breached breaching unsuccessful unsuccessfully crash crashes crashed crashing crashloop crashloopbackoff broken corrupt corrupted corruption exception exceptions rollback rolledback rollingback roll+back rolled+back rolling+back unable+to could+not can+not cannot incompatible infected compromised overheated traceback deadlock 失败 错误 异常 故障 出错 报错 崩溃 宕机 挂掉 挂了 回滚 回退 不健康 损坏 无法 不合格 不通过 中断 失效 泄露 入侵 被盗 瘫痪 死锁 卡死 欠费',
    alone: 'down red bad ng nok ko dead fired 坏 差',
  },
  {
    standing: 'unavailable',
    severity: 'error',
    kind: 'bad',
    words:
      'unreachable offline unavailable disconnected inaccessible unresponsive not+responding no+response connection+lost lost+connection connection+refused reset+by+peer econnrefused econnreset on+battery oom oomkilled oom+killed out+of+memory back+off backoff imagepullbackoff errimagepull outage 不可用 不可达 离线 掉线 断开 断线 断连 断网 断电 掉电 失联 连不上 无响应 内存溢出 停机',
    alone: 'lost missing',
  },
  {
    standing: 'failover',
    severity: 'warning',
    kind: 'poor',
    words: 'failover failing+over failed+over fail+over 故障转移 主备切换 主从切换',
  },
  {
    standing: 'stopped',
    severity: 'error',
    kind: 'bad',
    words:
      'replication+stopped replication+has+stopped replication+has+been+stopped replication+terminated replication+has+been+terminated',
  },
  {
    standing: 'lagging',
    severity: 'warning',
    kind: 'poor',
    words: 'fallen+behind replica+lag falling+behind lagging 复制延迟 主从延迟',
  },
  { standing: 'stopping', severity: 'warning', kind: 'off', words: 'being+stopped began+shutdown' },
  { standing: 'deleting', severity: 'info', kind: 'going', words: 'being+deleted' },
  {
    standing: 'restarting',
    severity: 'warning',
    kind: 'poor',
    words:
      'began+restart began+a+restart began+restarting restart+began restart+started restart+initiated started+restart being+restarted restarting began+reboot reboot+started reboot+initiated being+rebooted rebooting 重启中 正在重启',
  },
  {
    standing: 'restarted',
    severity: 'warning',
    kind: 'poor',
    words: 'restart restarted restarts reboot rebooted 重启',
  },
  {
    standing: 'recovering',
    severity: 'warning',
    kind: 'poor',
    words: 'recovery*started recovery*progress recovering 恢复中 修复中',
  },
  {
    standing: 'warning',
    severity: 'warning',
    kind: 'poor',
    words:
      'noncompliant non+compliant invalid incorrect wrong degraded degrading degradation impaired impairment stalled warn warning warnings expired expiring expire expires throttled throttling throttle aborted abort aborting interrupted interruption interrupting suspended suspend revoked revoke exceeded exceeds exceed exceeding nodata no+data insufficient insufficient+data insufficient+capacity stuck hung overdue delayed unstable inconclusive incomplete low+on critically+low running+low is+low evicted overloaded saturated flapping mismatch drifted skewed exhausted unknown limit+approaching violation violated suspicious leaked bounced escalated at+risk missed sla+miss with+issues dispute disputed chargeback fraudulent attack attacked spike spiking anomaly anomalies past+due not+found no+such flappingstart memory+pressure disk+pressure pid+pressure above*threshold below*threshold outside*threshold 警告 预警 过期 到期 降级 限流 卡住 阻塞 积压 堆积 不足 超限 超过 超出 逾期 不合规 不稳定 波动 抖动 延迟 延误 挂起 偏高 过高 过低 偏低 飙升 激增 骤降 暴涨 耗尽 将满 差异 不一致 不匹配 缺失 丢失 丢包 重试 投诉 可疑 违规 泄漏 攻击 突增 突降 仅剩 打满 熔断 堵塞 越限 漏水 未找到 找不到 未完成 未响应 未确认 滞后 滞留',
    alone:
      'blocked amber yellow orange minor moderate high abnormal trouble expiry expiration retry retrying full behind late 未知 高 满',
  },
  {
    standing: 'partial',
    severity: 'warning',
    kind: 'poor',
    words: 'partially+failed partial+failure partially partial 部分失败 部分成功 部分完成',
  },
  {
    standing: 'maintenance',
    severity: 'info',
    kind: 'going',
    words: 'maintenance patch patching upgrade upgrading service+update 维护 升级中',
  },
  {
    standing: 'running',
    severity: 'info',
    kind: 'going',
    words: 'creating deleting modifying provisioning stopping terminating updating 创建中 删除中 更新中',
  },
  {
    standing: 'cancelled',
    severity: 'info',
    kind: 'going',
    words: 'cancel cancelled canceled cancelling canceling cancellation superseded skipped 取消 撤销 跳过',
  },
  {
    standing: 'deleted',
    severity: 'info',
    kind: 'going',
    words: 'deleted deletion remove removed removal removing terminate terminated termination 删除 移除 下线',
  },
  {
    standing: 'suppressed',
    severity: 'info',
    kind: 'going',
    words:
      'suppressed silenced muted ignored acknowledged acked acknowledgement acknowledge downtimestart snoozed 抑制 静默 屏蔽 忽略 认领',
  },
  {
    standing: 'stopped',
    severity: 'warning',
    kind: 'off',
    words:
      'stop stops stopped shutdown shut+down deactivated inactive disable disabled paused halted 停止 停用 禁用 暂停 中止 终止',
    alone: 'kill killed',
  },
  {
    standing: 'recovered',
    severity: 'recovery',
    kind: 'cured',
    words:
      'recovered recovers resolved resolves resolve cleared fixed restored resumed mitigated remediated 恢复 解除 消除 已解决 修复 复位 消警',
    alone: 'recovery clear resolution 解决',
  },
  {
    standing: 'succeeded',
    severity: 'recovery',
    kind: 'good',
    words:
      'succeed succeeds succeeded success successful successfully passed passing healthy compliant approved authorized authorised delivered paid 成功 通过 合格 合规 无误 一致 送达 已支付',
    alone: 'pass green stable fresh',
  },
  {
    standing: 'ok',
    severity: 'recovery',
    kind: 'good',
    words: 'okay reachable online operational 正常 健康 在线 良好 就绪 无异常',
    alone: 'ok normal up good fine ready available alive connected synced ok 可用',
  },
  {
    standing: 'succeeded',
    severity: 'recovery',
    kind: 'over',
    words: 'complete completed completes completion finish finished finishes 完成 完毕 结束',
    alone: 'done ended end',
  },
  { standing: 'merged', severity: 'info', kind: 'closed', words: 'merged 合并', alone: '已合并' },
  { standing: 'closed', severity: 'info', kind: 'closed', words: 'closed 已关闭 已关', alone: 'close 关闭' },
  {
    standing: 'waiting',
    severity: 'info',
    kind: 'going',
    words: 'pending+approval awaiting+approval waiting+for queued 等待 排队 待处理 待审批',
    alone: 'waiting scheduled',
  },
  { standing: 'running', severity: 'info', kind: 'open', words: '', alone: 'open opened reopened 打开' },
  { standing: 'notice', severity: 'info', kind: 'open', words: '', alone: 'new' },
  {
    standing: 'running',
    severity: 'info',
    kind: 'going',
    words: 'in+progress inprogress running ongoing active activated processing executing 运行 进行中 执行中 处理中',
    alone: 'assigned',
  },
  {
    standing: 'started',
    severity: 'info',
    kind: 'going',
    words:
      'start starts started starting launch launched launching initiated initiate initiating initialized submitted pending backing+up 开始 启动 提交',
  },
  { standing: 'created', severity: 'info', kind: 'going', words: 'create created creation 创建 新建 新增' },
  {
    standing: 'updated',
    severity: 'info',
    kind: 'going',
    words: 'update updated updates modify modified modification change changed changes 更新 修改 变更 调整',
  },
];

/** Words that hold a word of the vocabulary and mean something else: they count for nothing. */
const HARMLESS =
  'scale+down scaled+down scaling+down scales+down cool+down count+down step+down tear+down torn+down drill+down break+down slow+down mark+down down+to down+from alert+manager alarm+clock error+rate failure+rate error+budget failure+mode error+code error+handling error+handler timeout+seconds timeout+ms rollback+plan restart+policy change+log up+to sign+up set+up follow+up start+up pick+up warm+up health+check disaster+recovery recovery+point problem+solved full+load anomaly+detection threshold+policy success+rate upgrade+available 失败率 错误率 异常率 成功率 错误码 异常检测 异常登录检测 告警规则 报警规则 告警策略 故障演练 故障注入 超时时间 重试策略 变更单 更新日志 恢复演练 恢复点 启动子 无法律 满意 满减 满足 圆满 高级 高效 高可用 提高 高峰 高清 差评 完成率 完成度 正常率 不中断 零中断 通过率 严重程度 紧急程度 回滚方案 启动会 高考';

/** Words before a word that turn it into its opposite, within this many tokens. */
const NEGATIONS = new Set(
  'no not non un never none without zero nor neither 0 isn aren wasn weren doesn don didn hasn haven'.split(' '),
);
const MAX_BETWEEN = 2;

/** Tokens that may stand between a negation and its word: `not been resolved`, `0 jobs failed`, `no new errors`. */
const FILLERS = new Set(
  't been yet be is are was were any new more the a fully all longer found of job jobs test tests task tasks file files item items record records check checks host hosts node nodes row rows event events critical major high known open unexpected severe user users'.split(
    ' ',
  ),
);

/** Han characters before a word that turn it into its opposite: `未发现异常`, `没有失败`, `0 个错误`. */
const HAN_NEGATION =
  /(?:\u672a|\u65e0|\u975e|\u4e0d|\u6ca1|\u6ca1\u6709|\u96f6|\u514d|\u907f\u514d|\u9632\u6b62|\u4e0d\u4f1a|\u5c1a\u672a|\u5e76\u672a|\u6682\u65e0|\u5df2\u65e0|\u6beb\u65e0|\u5982\u6709|\u5982\u9047|\u82e5\u6709|\u4e00\u65e6)(?:\u53d1\u73b0|\u68c0\u6d4b\u5230|\u68c0\u51fa|\u68c0\u6d4b\u51fa|\u51fa\u73b0|\u4efb\u4f55|\u53d1\u751f|\u4ea7\u751f|\u5b58\u5728|\u6709|\u518d|\u89c1|\u66fe|\u88ab|\u660e\u663e|\u65b0\u589e|\u5176\u4ed6|\u5176\u5b83|\u5b8c\u5168)?$/;

/** A verb between a negation and good news: `未备份成功`. */
const HAN_NOT_DONE = /\u672a[\u4e00-\u9fff]{2}$/;

/** Prefixes that turn a word into its opposite: `unresolved`, `nonfatal`. */
const PREFIX = /^(?:un|non|in|dis)/;

/** Tokens after a word that leave it the predicate: `failed on db-2`, `failure alert`, `error: …`. */
const FOLLOWERS = new Set(
  'on in at for with after during because due to while by when since as against via from alert alarm alarms alerts notification notice event again twice occurred detected found reported raised status state and but or over times time retrying has have is was are were'.split(
    ' ',
  ),
);
const HAN_FOLLOWERS = '了告报通事中时后消并但且：';

/** A word of the vocabulary in a text. */
export interface Hit extends Meaning {
  /** True if the word is negated: the meaning is that of the opposite. */
  readonly negated: boolean;
  /** True if it is said of the subject (`backup failed`), false if it only describes a noun (`failed login report`). */
  readonly predicate: boolean;
  /** True if the value has no other words. */
  readonly whole: boolean;
  /** True if no word follows. */
  readonly last: boolean;
  /** True if it stands first and a colon or bracket follows: `Resolved: disk full`. */
  readonly heads: boolean;
  /** True if it stands in brackets at the beginning: `[FIRING:2]`, `【失败】`. */
  readonly tagged: boolean;
  /** True if a verb of being stands before it, and no noun behind it: `db-2 is down since 10:02`. */
  readonly said: boolean;
  /** True if it is the end of what follows: `recovered from high load`. */
  readonly ends: boolean;
  /** The word as the vocabulary has it. */
  readonly word: string;
}

interface Entry {
  readonly tokens: readonly string[];
  /** True if other words may stand between its two tokens. */
  readonly apart: boolean;
  readonly meaning: Meaning | undefined;
}

interface Dictionary {
  /** Entries by their first token, the longest first. */
  readonly latin: ReadonlyMap<string, readonly Entry[]>;
  /** Han words by their first character, the longest first. */
  readonly han: ReadonlyMap<string, readonly Entry[]>;
}

const DICTIONARY = once(buildDictionary);

function buildDictionary(): Dictionary {
  const latin = new Map<string, Entry[]>();
  const han = new Map<string, Entry[]>();
  const add = (word: string, meaning: Meaning | undefined): void => {
    const isHan = isHanText(word);
    const apart = word.includes('*');
    const tokens = isHan ? [word] : word.split(apart ? '*' : '+');
    const [table, key] = isHan ? [han, word.slice(0, 1)] : [latin, tokens[0] ?? ''];
    const before = table.get(key);
    if (before === undefined) table.set(key, [{ tokens, apart, meaning }]);
    else before.push({ tokens, apart, meaning });
  };
  for (const [rank, { words, alone = '', ...row }] of ROWS.entries()) {
    for (const word of words.split(' ')) if (word !== '') add(word, { ...row, rank, alone: false });
    for (const word of alone.split(' ')) if (word !== '') add(word, { ...row, rank, alone: true });
  }
  for (const word of HARMLESS.split(' ')) add(word, undefined);
  const length = ({ tokens }: Entry): number => (tokens.length > 1 ? tokens.length * 100 : (tokens[0]?.length ?? 0));
  for (const table of [latin, han]) for (const entries of table.values()) entries.sort((a, b) => length(b) - length(a));
  return { latin, han };
}

/** Returns every word of the vocabulary with its meaning, as `a b` if it has two tokens. For tests and for what is generated from it. */
export function vocabulary(): readonly (readonly [word: string, meaning: Meaning])[] {
  const { latin, han } = DICTIONARY();
  return [...latin.values(), ...han.values()]
    .flat()
    .flatMap(({ tokens, meaning }) => (meaning === undefined ? [] : [[tokens.join(' '), meaning] as const]));
}

/** Letters, digits, Han characters, or one character of anything else that is not white space. */
const TOKEN = /[a-z]+|\d+|[\u4e00-\u9fff]+|[^\sa-z\d\u4e00-\u9fff]/g;
/** Characters that join words as a blank does, unless blanks stand around them. */
const GLUE = new Set("-_/.·*~'’`@&+%$^\\\ufe0f");

interface Token {
  readonly text: string;
  readonly kind: 'word' | 'han' | 'end';
}

function tokensOf(text: string): readonly Token[] {
  const plain = /[a-z][A-Z]/.test(text) ? text.replace(/([a-z\d])([A-Z])/g, '$1 $2') : text;
  const lower = plain.toLowerCase();
  const tokens: Token[] = [];
  for (const { 0: found, index } of lower.matchAll(TOKEN)) {
    const code = found.charCodeAt(0);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) tokens.push({ text: found, kind: 'word' });
    else if (code >= 0x4e00 && code <= 0x9fff) tokens.push({ text: found, kind: 'han' });
    else if (!GLUE.has(found) || isApart(lower, index)) tokens.push({ text: found, kind: 'end' });
  }
  return tokens;
}

/** Returns true if a joining character ends a clause: a full stop before a blank, a dash between blanks. */
function isApart(text: string, index: number): boolean {
  const next = text.charAt(index + 1);
  if (text.charAt(index) === '.') return next === '' || next === ' ' || next === '\n';
  return next === ' ' && text.charAt(index - 1) === ' ';
}

function isHanText(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Longest text whose words are read, in characters: what an event means is in its first sentences. */
const MAX_CHARACTERS = 600;

/** Returns the words of the vocabulary in a text, in its order. */
export function hitsIn(text: string): readonly Hit[] {
  const tokens = tokensOf(text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text);
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token?.kind === 'han') {
      readHan(tokens, at, hits);
      at += 1;
    } else at += token?.kind === 'word' ? readWord(tokens, at, hits) : 1;
  }
  return hits;
}

/** Reads the word at a position and returns how many tokens it has. */
function readWord(tokens: readonly Token[], at: number, hits: Hit[]): number {
  const word = tokens[at]?.text ?? '';
  const { latin } = DICTIONARY();
  const entry = latin.get(word)?.find((one) => stands(one, tokens, at));
  if (entry !== undefined) {
    const length = entry.apart ? 1 : entry.tokens.length;
    if (entry.meaning !== undefined) hits.push(hitOf(tokens, at, length, entry.meaning, entry.tokens.join(' '), false));
    return length;
  }
  const rest = PREFIX.exec(word)?.[0];
  if (rest === undefined) return 1;
  const stem = word.slice(rest.length);
  const opposite = latin.get(stem)?.find(({ tokens: own }) => own.length === 1)?.meaning;
  if (opposite !== undefined) hits.push(hitOf(tokens, at, 1, { ...opposite, alone: false }, stem, true));
  return 1;
}

/** The most tokens between two words that may stand apart: `storage capacity of the instance is low`. */
const MAX_APART = 12;

function stands({ tokens: own, apart }: Entry, tokens: readonly Token[], at: number): boolean {
  if (!apart) return own.every((part, index) => tokens[at + index]?.text === part);
  return tokens.slice(at + 1, at + 1 + MAX_APART).some(({ text }) => text === own[1]);
}

function hitOf(
  tokens: readonly Token[],
  at: number,
  length: number,
  meaning: Meaning,
  word: string,
  prefixed: boolean,
): Hit {
  const after = tokens[at + length];
  const isLast = at + length >= tokens.length;
  const ends =
    tokens[at + length - 1]?.text === 'from' || (meaning.kind === 'cured' && isGradeAtEnd(tokens, at + length));
  const predicate =
    ends ||
    after === undefined ||
    after.kind !== 'word' ||
    FOLLOWERS.has(after.text) ||
    isDigit(after.text.charCodeAt(0));
  return {
    ...meaning,
    word,
    negated: prefixed !== isNegated(tokens, at, length),
    predicate,
    whole: at === 0 && isLast,
    last: isLast,
    heads: at === 0 && after?.kind === 'end',
    tagged: isTag(tokens, at),
    said: predicate && BEING.has(tokens[at - 1]?.text ?? ''),
    ends,
  };
}

/** Returns true for the grade that something had: `ResolvedCritical`. */
function isGradeAtEnd(tokens: readonly Token[], at: number): boolean {
  return (
    at === tokens.length - 1 && ['critical', 'warning', 'error', 'major', 'minor'].includes(tokens[at]?.text ?? '')
  );
}

/** Verbs before a word that is said of the subject now. `was` is not among them. */
const BEING = new Set(['is', 'are', 'went', 'goes', 'became', 'remains', 'still', 'now', 'back']);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const OPENING = new Set(['[', '【', '「']);

/** `[FIRING:2]`, `【失败】`, `[🔴 Down]` at the very beginning. */
function isTag(tokens: readonly Token[], at: number): boolean {
  const open = tokens[at - 1]?.text ?? '';
  if (OPENING.has(open)) return at <= 2 || tokens[at + 1]?.text === ']';
  // `[🔴 Down]`: an emoji of two tokens at most stands before the word.
  const isAfterMark = OPENING.has(tokens[at - 2]?.text ?? '') || OPENING.has(tokens[at - 3]?.text ?? '');
  return isAfterMark && tokens[at + 1]?.text === ']' && tokens[at - 1]?.kind === 'end';
}

/** `not healthy`, `0 jobs failed`, `errors: 0`, `no new errors`. */
function isNegated(tokens: readonly Token[], at: number, length: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 1 - MAX_BETWEEN); before -= 1) {
    const token = tokens[before];
    if (token === undefined || token.kind === 'end') break;
    if (NEGATIONS.has(token.text)) return !isPartOfNumber(tokens, before);
    if (token.kind === 'han' || !FILLERS.has(token.text)) break;
  }
  const [next, value] = [tokens[at + length], tokens[at + length + 1]];
  if (next?.text === 'free') return true;
  return (
    (next?.text === ':' || next?.text === '=' || next?.text === '：') && (value?.text === '0' || value?.text === 'none')
  );
}

/** The 0 of `10.0` or `2026-11-0`: no number of anything. */
function isPartOfNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '0' && isDigit((tokens[at - 1]?.text ?? '').charCodeAt(0));
}

function readHan(tokens: readonly Token[], at: number, hits: Hit[]): void {
  const run = tokens[at]?.text ?? '';
  const { han } = DICTIONARY();
  for (let from = 0; from < run.length; ) {
    const entry = han.get(run.charAt(from))?.find(({ tokens: [own = ''] }) => run.startsWith(own, from));
    const word = entry?.tokens[0] ?? '';
    if (entry?.meaning !== undefined) hits.push(hanHit(tokens, at, from, word, entry.meaning));
    from += Math.max(1, word.length);
  }
}

function hanHit(tokens: readonly Token[], at: number, from: number, word: string, meaning: Meaning): Hit {
  const run = tokens[at]?.text ?? '';
  const next = run.charAt(from + word.length);
  const before = run.slice(Math.max(0, from - 6), from);
  const zero = isZeroBefore(tokens, at, before) || isZeroAfter(tokens, at, run.slice(from + word.length));
  const rest =
    run.slice(0, from).replace(/^(?:\u5df2\u7ecf?|\u6b63\u5728|\u88ab)$/, '') +
    run.slice(from + word.length).replace(/^[\u4e86\u4e2d\u7684]$/, '');
  return {
    ...meaning,
    word,
    negated: zero || HAN_NEGATION.test(before) || (meaning.kind === 'good' && HAN_NOT_DONE.test(before)),
    predicate: next === '' || HAN_FOLLOWERS.includes(next),
    whole: tokens.length === 1 && rest === '',
    last: at === tokens.length - 1 && next === '',
    heads: at === 0 && from === 0 && next === '' && tokens[at + 1]?.kind === 'end',
    tagged: from === 0 && isTag(tokens, at),
    said: false,
    ends: false,
  };
}

/** `0 个错误`, `0 失败`. */
function isZeroBefore(tokens: readonly Token[], at: number, before: string): boolean {
  return (
    /^[\u4e2a\u6761\u6b21\u9879\u5904\u53f0\u7b14\u4ef6]?$/.test(before) &&
    tokens[at - 1]?.text === '0' &&
    !isPartOfNumber(tokens, at - 1)
  );
}

/** `失败 0`, `失败：0`, `失败数 0 个`. */
function isZeroAfter(tokens: readonly Token[], at: number, rest: string): boolean {
  if (!/^(?:\u6570|\u6570\u91cf|\u6b21\u6570|\u7b14\u6570|\u6761\u6570|\u7528\u4f8b)?$/.test(rest)) return false;
  const colon = /^[:\uff1a=]$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const follows = tokens[at + 2 + colon]?.text;
  return tokens[at + 1 + colon]?.text === '0' && !(follows !== undefined && isDigit(follows.charCodeAt(0)));
}
