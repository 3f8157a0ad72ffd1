/** Asks a question that names kinds of alarms. */
export type AskByKind<Kind> = <Answer>(question: (kinds: Kind[]) => Promise<Answer>) => Promise<Answer>;

/**
 * Returns a function that asks one region about alarms of every kind that it knows. AWS takes a new kind from region to region, and one
 * that does not know it refuses all questions that name it: what it refuses is asked once more without the newest kind, and if that is
 * answered, so are the next ones.
 */
export function createAskByKind<Kind>(all: readonly Kind[], newest: Kind): AskByKind<Kind> {
  let isOlder = false;
  const older = all.filter((kind) => kind !== newest);
  return async (question) => {
    if (isOlder) return question([...older]);
    try {
      return await question([...all]);
    } catch (error) {
      if (!isRefused(error)) throw error;
      const answer = await question([...older]);
      isOlder = true;
      return answer;
    }
  };
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && /^(?:Validation|InvalidParameter)/.test(error.name);
}
