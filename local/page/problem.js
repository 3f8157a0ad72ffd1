/**
 * Says a refusal of the server in the page's language.
 * @param {unknown} refused the server's answer: `error` in English, and `problem` with `values` if the page has words for it
 * @param {import('./app.js').App['words']} words
 * @returns {string}
 */
export function problemOf(refused, words) {
  const { error, problem, values } = /** @type {{ error?: string, problem?: string, values?: object }} */ (
    refused ?? {}
  );
  const known = /** @type {Readonly<Record<string, (values: any) => string>>} */ (words.problems);
  const say = problem !== undefined && Object.hasOwn(known, problem) ? known[problem] : undefined;
  return say ? say(values ?? {}) : (error ?? words.unknownProblem);
}
