import { keyWords } from '../base/key-words.js';
import { once } from '../base/once.js';

/**
 * The part a key plays in a judgement. `result` outranks `state`; `severity` and `grade` are both grades, but only a severity says
 * how bad something is, while a priority says how soon somebody should look; `event` and `title` name what happened.
 */
export type KeyRole =
  | 'result'
  | 'state'
  | 'severity'
  | 'grade'
  | 'event'
  | 'title'
  | 'prose'
  | 'success'
  | 'exit'
  | 'http'
  | 'error'
  | 'failures'
  | 'alarmed'
  | 'drill'
  | 'recovered'
  | 'past'
  | 'none';

type Table = Readonly<Partial<Record<KeyRole, string>>>;

/** Roles of whole keys, `+` between their words. */
const WHOLE: Table = {
  past: 'previous prev prior old former from initial before desired expected wanted history histories threshold thresholds commits commit head+commit',
  state: 'to new current now after transition trans+name trans+type action+group action+group+name',
  severity:
    'level log+level alarm+level alert+level risk+level error+level event+level threat+level notification+level severity+number nseverity event+nseverity cvss cvss+score cvss+base+score',
  success:
    'success succeeded successful is+success ok is+ok passed pass healthy is+healthy is+up reachable alive 是否成功',
  exit: 'exit+code exit+status exitcode return+code ret+code retcode errno err+code errcode error+code failure+code fail+code rc',
  http: 'status+code statuscode http+status http+status+code http+code response+code',
  error:
    'error err error+message error+msg error+type error+class error+name error+info error+details error+detail error+text error+cause err+msg errmsg exception exception+message exception+type stack+trace stacktrace traceback failure+reason failure+message failure+cause failure+details failed+reason fail+reason 错误 错误信息 错误原因 失败原因 异常信息 异常原因 报错 报错信息',
  alarmed:
    'alarm+status alert+status alarm+flag alarmed is+alarm is+alarming alarming firing alerting timed+out degraded unreachable offline is+offline',
  recovered: 'is+recovered recovered is+resolved resolved 是否恢复',
  drill: 'drill is+drill dry+run dryrun is+dry+run test is+test rehearsal exercise simulation simulated 演练 是否演练',
  event:
    'event event+name event+type event+code event+type+code type change+type action trigger notification+type detail+type incident+type message+type trigger+type 事件 事件类型 事件名称 类型 动作',
  title:
    'title subject summary headline alert+name alertname alarm+message alert+message 告警内容 报警内容 标题 主题 摘要 概要',
};

/** Roles by the last word or the last two words of the key. */
const LAST: Table = {
  none: 'rate ratio percent percentage pct budget limit policy handler url uri link id ids email max interval ms seconds',
  result: 'result outcome conclusion verdict',
  state:
    'state status phase lifecycle health condition standing state+name status+name state+text status+text status+desc',
  severity: 'severity criticality severity+label severity+level severity+text severity+name level+name alert+type',
  event: 'type+name',
  grade: 'priority urgency importance priority+name',
  prose:
    'message msg reason cause description detail details text body content desc comment note notes output explanation warning',
};

/** Roles by the end of a Chinese key. */
const HAN: Table = {
  result: '结果 结论',
  state: '状态 健康度',
  severity: '级别 等级 严重程度 严重性',
  grade: '优先级 紧急程度 紧急度 重要性',
  failures:
    '失败 失败数 失败数量 失败次数 失败笔数 失败条数 失败用例 失败项 失败列表 失败任务 失败文件 失败明细 错误数 错误数量 错误次数 异常数 异常数量 异常笔数 出错数 超时数',
  prose: '消息 原因 描述 说明 详情 内容 备注',
};

/** Words for what was, and for what is wished: neither counts. */
const PAST = new Set(
  'previous prev prior old former last from source src initial original before desired target expected wanted requested'.split(
    ' ',
  ),
);
const HAN_PAST = ['上次', '上一次', '之前', '原', '历史', '旧', '期望', '目标', '变更前', '恢复前'];
const FAILURES = new Set('failed failure failures errors failing unhealthy fails timeouts'.split(' '));
const COUNTING = new Set('num number of total count n'.split(' '));
/** Words of keys that tell what is allowed or wished, not how many there are. */
const LIMITS = new Set(
  'max maximum min allow allowed ignore ignored tolerated accepted on if when retry show known'.split(' '),
);
const NOUN_ROLES: ReadonlySet<KeyRole> = new Set(['state', 'result', 'severity', 'grade']);

const TABLES = once(() => ({
  whole: byWord(WHOLE),
  last: byWord(LAST),
  han: [...byWord(HAN)].sort(([a], [b]) => b.length - a.length),
}));

function byWord(table: Table): ReadonlyMap<string, KeyRole> {
  const entries = Object.entries(table) as readonly (readonly [KeyRole, string])[];
  return new Map(
    entries.flatMap(([role, words]) =>
      words
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => [word.replaceAll('+', ' '), role] as const),
    ),
  );
}

const MAX_KEPT = 2000;
const kept = new Map<string, KeyRole>();

/** Returns the part that a key plays. */
export function keyRole(key: string): KeyRole {
  const known = kept.get(key);
  if (known !== undefined) return known;
  // `alertTypeFriendlyName` is a name as any other.
  const role = roleOfWords(keyWords(key).replace(/ (?:friendly|display)(?= name$)/, ''));
  if (kept.size < MAX_KEPT) kept.set(key, role);
  return role;
}

function roleOfWords(words: string): KeyRole {
  const { whole, last } = TABLES();
  const found = whole.get(words);
  if (found !== undefined) return found;
  if (/[\u4e00-\u9fff]$/.test(words)) return hanRole(words);
  const tokens = words.split(' ');
  const own = last.get(tokens.slice(-2).join(' ')) ?? last.get(tokens.at(-1) ?? '');
  if (isPast(tokens, own)) return 'past';
  return own ?? failuresRole(tokens);
}

/** `previousState`, `source_status`, `state_before`. */
function isPast(tokens: readonly string[], role: KeyRole | undefined): boolean {
  const [first = ''] = tokens;
  if (role !== undefined && NOUN_ROLES.has(role) && tokens.length > 1) return PAST.has(first);
  const before = TABLES().last.get(tokens.at(-2) ?? '');
  return before !== undefined && NOUN_ROLES.has(before) && PAST.has(tokens.at(-1) ?? '');
}

/** `failedFiles`, `errors`, `error_count`, `numFailures`. */
function failuresRole(tokens: readonly string[]): KeyRole {
  const rest = tokens.filter((token) => !COUNTING.has(token));
  const [first = ''] = rest;
  const counted = rest.length < tokens.length && first === 'error';
  if (rest.length > 0 && rest.length <= 2 && (FAILURES.has(first) || counted)) return 'failures';
  // `rows_failed`, `hasErrors`, not `max_failures` and `last_failed`.
  const isCount = FAILURES.has(tokens.at(-1) ?? '') && rest.length > 1 && rest.length <= 3;
  return isCount && !PAST.has(first) && !tokens.some((token) => LIMITS.has(token)) ? 'failures' : 'none';
}

function hanRole(words: string): KeyRole {
  const role = TABLES().han.find(([end]) => words.endsWith(end))?.[1] ?? 'none';
  return NOUN_ROLES.has(role) && HAN_PAST.some((start) => words.startsWith(start)) ? 'past' : role;
}
