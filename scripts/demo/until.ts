/** Limit on the wait for a log, which comes through a pipe of its own and may arrive late, milliseconds. */
const MAX_WAIT_MS = 10_000;
const POLL_MS = 10;

/** Resolves once the condition holds, or after ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < MAX_WAIT_MS; waited += POLL_MS) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
