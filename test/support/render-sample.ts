import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { silentLog } from '../../src/base/log.js';
import type { RenderedContent } from '../../src/domain/content.js';
import type { Draft, Skipped } from '../../src/domain/notification.js';
import type { RenderContext } from '../../src/renderers/renderer.js';
import { createAccountName } from '../../src/routing/account-name.js';
import { NO_ROUTES } from '../../src/routing/rule.js';
import { createInterpretOnUse } from '../../src/sources/interpret-on-use.js';
import type { Incoming } from '../../src/sources/source.js';
import { readEvent } from '../../src/sources/sources.js';
import { type Language, wordsOf } from '../../src/text/words.js';
import { readContext } from './read-context.js';

/** The name of the samples' account by language, else {@link ACCOUNT_NAME}. */
const ACCOUNT_NAMES: Readonly<Partial<Record<Language, string>>> = { 'zh-CN': '生产' };
const ACCOUNT_NAME = 'Production';

/** How samples are rendered: local time in Shanghai, account 111122223333 by its name. */
export function sampleContext(language: Language): RenderContext {
  return {
    words: wordsOf(language),
    timeZone: 'Asia/Shanghai',
    accountName: createAccountName(new Map([['111122223333', ACCOUNT_NAMES[language] ?? ACCOUNT_NAME]]), NO_ROUTES),
  };
}

/** A sample the real way in: source, renderer or payload. Rejects where Lambda's invocation would. */
export function readSample(event: unknown, language: Language): Promise<Incoming> {
  const renderContext = sampleContext(language);
  return readEvent(event, {
    ...readContext(),
    renderContext,
    interpret: createInterpretOnUse({ renderContext, log: silentLog }),
    tokens: async () => [{ token: SAMPLE_TOKEN }],
  });
}

/** What the sample's events became, shown or not. */
export async function contentsOf(event: unknown, language: Language = 'zh-CN'): Promise<readonly (Draft | Skipped)[]> {
  const { drafts, skipped } = await readSample(event, language);
  return [...drafts, ...skipped];
}

/** The only event of a sample, where it was rendered from fields. */
export async function renderedOf(event: unknown, language: Language = 'zh-CN'): Promise<RenderedContent> {
  const [content] = await contentsOf(event, language);
  if (content === undefined || !('kind' in content) || content.kind !== 'rendered') {
    throw new Error(`Cannot take the sample as rendered: it became ${JSON.stringify(content)}`);
  }
  return content;
}
