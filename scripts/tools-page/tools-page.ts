import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../src/text/words.js';
import { BODIES, type DocumentedBody } from '../../test/payloads/bodies/bodies.js';
import { goldenOf } from '../../test/payloads/bodies/golden-of.js';
import { fenced } from '../samples/fenced.js';
import { TOKEN_PLACES, TOOL_SETUPS, type ToolSetup } from './setups.js';

const GOLDENS = new URL('../../test/payloads/golden/', import.meta.url);
const TEMPLATES = new URL('../../docs/examples/tools/', import.meta.url);

/** The path of the page in a language. */
export const TOOLS_FILES: Readonly<Record<Language, string>> = {
  'zh-CN': fileURLToPath(new URL('../../docs/tools.zh-CN.md', import.meta.url)),
  en: fileURLToPath(new URL('../../docs/tools.md', import.meta.url)),
};

/** The words of the page itself. */
const WORDS: Readonly<Record<Language, Readonly<Record<'head' | 'table' | 'run' | 'documented' | 'paste', string>>>> = {
  'zh-CN': {
    head: `# 逐个工具

[English](tools.md)

在工具里填 \`https://robot.example.com/push\`（换成你自己的地址；\`?robot=dba\` 指定另一个群），并把令牌放在它能放的地方；见[HTTPS 入口](http-door.zh-CN.md)。没有列出的工具也能用：任何 JSON 都会以通用形式显示；要让它更好读，见[由一个请求体加工具](add-a-tool.zh-CN.md)。

工具自带的测试是 ⚪ 测试：不通知任何人，并说明真正的告警会通知谁（下面的例子里是 Zhao Min）。中间步骤（排队、运行中）不发送，除非设置 \`showProgress\`。

本页由 \`npm run tools\` 从工具文件和测试的结果生成，由测试保证是最新的。“实测”表示该程序本身在 CI 里对着构建出的函数运行过，其余取自文档。`,
    table: '| 工具 | 填在哪里 | 令牌 | 变成的消息 | 来源 |',
    run: '实测',
    documented: '文档',
    paste: '粘贴：',
  },
  en: {
    head: `# Tool by tool

[中文](tools.zh-CN.md)

Enter \`https://robot.example.com/push\` (your own address; \`?robot=dba\` for another group), and the token where the tool can put it; see [the HTTPS door](http-door.md).
A tool that is not listed works too: any JSON is shown in the generic form; to have it read better, [add it](add-a-tool.md). A tool's own test is ⚪ Test: it calls
nobody, and says whom a real alarm would call (below, Zhao Min). Steps on the way (queued, running) are not posted unless \`showProgress\` is set.

Made by \`npm run tools\` from the tool files and what the tests show of them; a test keeps it current. "Run" says that the program itself runs against the built
function in CI; the others are from their documentation.`,
    table: '| tool | where to enter it | token | becomes | source |',
    run: 'run',
    documented: 'documentation',
    paste: 'Paste:',
  },
};

/** Returns the page of all tools in a language, as markdown. */
export function toolsPage(language: Language): string {
  const tools = [...new Set(BODIES.map(({ tool }) => tool))].sort((a, b) => a.localeCompare(b, 'en'));
  const words = WORDS[language];
  const table = [words.table, '|---|---|---|---|---|', ...tools.map((tool) => rowOf(tool, language))];
  return `${[words.head, table.join('\n'), ...tools.map((tool) => sectionOf(tool, language))].join('\n\n')}\n`;
}

function setupOf(tool: string): ToolSetup {
  const setup = Object.hasOwn(TOOL_SETUPS, tool) ? TOOL_SETUPS[tool] : undefined;
  if (!setup) throw new Error(`Cannot show ${tool} as each tool must have a row in scripts/tools-page/setups.ts`);
  return setup;
}

function bodiesOf(tool: string): readonly DocumentedBody[] {
  return BODIES.filter((body) => body.tool === tool);
}

function rowOf(tool: string, language: Language): string {
  const { enter, token, isRun } = setupOf(tool);
  const [body] = bodiesOf(tool);
  const [, first = ''] = body ? messageOf(body, language).split('\n') : [];
  const cells = [
    `[${tool}](#${anchorOf(tool)})`,
    enter[language],
    TOKEN_PLACES[token][language],
    inCell(first),
    isRun ? WORDS[language].run : `[${WORDS[language].documented}](${body?.docs ?? ''})`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function sectionOf(tool: string, language: Language): string {
  const { template } = setupOf(tool);
  const pasted = template === undefined ? [] : [WORDS[language].paste, templateOf(template)];
  const shown = bodiesOf(tool).map((body) => fenced(withoutKind(messageOf(body, language)), 'text'));
  // A body of an older version of the tool often becomes the same message.
  return [`## ${tool}`, ...pasted, ...new Set(shown)].join('\n\n');
}

/** Returns what GitHub makes of a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

function messageOf(body: DocumentedBody, language: Language): string {
  return readFileSync(new URL(goldenOf(body, language), GOLDENS), 'utf8').trimEnd();
}

function templateOf(file: string): string {
  return fenced(readFileSync(new URL(file, TEMPLATES), 'utf8').trimEnd(), file.split('.').at(-1) ?? '');
}

/** Removes the line that names WeCom's message type. */
function withoutKind(message: string): string {
  return message.replaceAll(/^\[(?:text|markdown|markdown_v2)\].*\n/gm, '');
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
