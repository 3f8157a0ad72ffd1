import type { Row } from './scenario.js';

/** The head of the table of all scenarios, in markdown. */
export const TABLE_HEAD = `| tried | sent | shown | twice | calls a message | lost | parked | posts in 60 s | minutes until all shown |
|---|---|---|---|---|---|---|---|---|`;

/** Returns a row of the table. */
export function tableLine({ title, figures, isShared = false }: Row): string {
  const { sent, shown, twice, mostCalls, lost, parked, fastest, drainMs } = figures;
  const minutes = shown === 0 ? '–' : (drainMs / 60_000).toFixed(1);
  const posts = isShared ? `${fastest}, not all ours` : fastest;
  return `| ${[title, sent, shown, twice, mostCalls, lost.length, parked, posts, minutes].join(' | ')} |`;
}
