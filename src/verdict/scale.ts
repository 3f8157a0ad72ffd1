import { once } from '../base/once.js';
import type { Severity } from '../domain/severity.js';

/** A grade, on the one scale that all senders' grades are read on. */
export type Grade = 'critical' | 'high' | 'medium' | 'low' | 'informational';

/** The severity of what is open and has a grade. */
export const SEVERITY_OF_GRADE: Readonly<Record<Grade, Severity>> = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
  informational: 'info',
};

/** The words of each grade, in whatever form senders write them. */
const WORDS: Readonly<Record<Grade, string>> = {
  critical:
    'critical crit emergency emerg fatal disaster catastrophic blocker urgent page p0 p1 s0 s1 sev0 sev1 severity0 severity1 特级 特急 一级 1级 i级 ⅰ级 紧急 严重 致命 灾难 危急 特别严重 红色',
  high: 'high highest error err major severe alert important danger p2 s2 sev2 severity2 二级 2级 ii级 ⅱ级 高 高危 较高 重要 重大 错误 异常 橙色',
  medium:
    'medium med middle warning warn moderate average minor ticket p3 s3 sev3 severity3 三级 3级 iii级 ⅲ级 中 中危 中等 次要 警告 预警 一般 黄色 较重',
  low: 'low lowest p4 s4 sev4 severity4 四级 4级 低 低危 较低 普通 蓝色',
  informational:
    'info information informational notice debug trace verbose none p5 s5 sev5 severity5 五级 5级 信息 提示 通知 提醒 正常',
};

const GRADES = once(
  () =>
    new Map(
      Object.entries(WORDS).flatMap(([grade, words]) =>
        words.split(' ').map((word) => [word, grade as Grade] as const),
      ),
    ),
);

/** Words of a grade that tell nothing if they are all there is: everything has a normal priority. */
const LOUD = /^(?:p\d|s\d|sev\d|severity\d)$/;

/** Reads a grade that is the whole of a text: `HIGH`, `SEV-2`, `严重告警`. */
export function wholeGradeOf(text: string): Grade | undefined {
  const lower = text.trim().toLowerCase();
  return GRADES().get(lower) ?? GRADES().get(lower.replace(/[\s_-]/g, '')) ?? gradeOfHan(lower);
}

/**
 * Reads a grade: a word (`HIGH`, `Informational`, `严重`), a class (`P1`, `SEV-2`, `一级`), or either with something beside it
 * (`P1 - Critical`, `高（2 级）`, `1:紧急`). Whole tokens only: `p95` is a percentile. `undefined` for anything else.
 */
export function gradeOf(text: string | undefined): Grade | undefined {
  if (text === undefined || text.length > MAX_CHARACTERS) return undefined;
  const whole = wholeGradeOf(text);
  if (whole !== undefined) return whole;
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/\b(sev|severity|p)[\s_-](\d)\b/g, '$1$2')
    .split(/[^a-z\d\u2160-\u2162\u4e00-\u9fff]+/);
  if (parts.length > MAX_PARTS) return undefined;
  return parts.map((part) => GRADES().get(part) ?? gradeOfHan(part)).find((grade) => grade !== undefined);
}

/** Longest text and most words that are read as a grade. */
const MAX_CHARACTERS = 24;
const MAX_PARTS = 4;

/** `严重告警`, `高级别`, `一级告警`, `重要级`. */
function gradeOfHan(part: string): Grade | undefined {
  const bare = part.replace(
    /(?:\u7ea7\u522b|\u544a\u8b66|\u62a5\u8b66|\u4e8b\u4ef6|\u6545\u969c|\u98ce\u9669|\u4f18\u5148\u7ea7|\u7b49\u7ea7|\u7ea7)$/,
    '',
  );
  return bare === part ? undefined : (GRADES().get(bare) ?? GRADES().get(`${bare}级`));
}

/** Returns true if a grade is a class such as `P1` or `SEV2`, which nobody writes by chance. */
export function isClass(text: string): boolean {
  return LOUD.test(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]/g, ''),
  );
}

/** Numbers whose scale is known from the key, in small letters with blanks: the least value of each grade, or its values. */
const NUMBERS: readonly (readonly [key: RegExp, least: readonly (readonly [number, Grade])[], most: number])[] = [
  // Pino's and Bunyan's levels, which are tens.
  [
    /^(?:log )?level$/,
    [
      [60, 'critical'],
      [50, 'high'],
      [40, 'medium'],
      [30, 'informational'],
      [10, 'informational'],
    ],
    60,
  ],
  // OpenTelemetry's.
  [
    /^severity number$/,
    [
      [21, 'critical'],
      [17, 'high'],
      [13, 'medium'],
      [1, 'informational'],
    ],
    24,
  ],
  // Zabbix's.
  [
    /^(?:event )?nseverity$/,
    [
      [5, 'critical'],
      [4, 'high'],
      [2, 'medium'],
      [0, 'informational'],
    ],
    5,
  ],
  [
    /^cvss(?: v?\d)?(?: base)?(?: score)?$/,
    [
      [9, 'critical'],
      [7, 'high'],
      [4, 'medium'],
      [0, 'low'],
    ],
    10,
  ],
];

/** Reads a number under a key whose scale is known: a log's `level: 50`. `undefined` if the scale is unknown. */
export function gradeOfNumber(key: string, value: number): Grade | undefined {
  const scale = NUMBERS.find(([pattern]) => pattern.test(key));
  if (scale === undefined || value > scale[2] || (scale[2] === 60 && value % 10 !== 0)) return undefined;
  return scale[1].find(([least]) => value >= least)?.[1];
}
