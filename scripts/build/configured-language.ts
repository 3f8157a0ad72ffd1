import type { Plugin } from 'esbuild';
import { LANGUAGES } from '../../src/text/words.js';

/** Loads the catalogue of the configured language only: a wrong setting is told by the one who reads the settings, in the default one. */
const CONTENTS = `
const load = {
${LANGUAGES.map((language) => `  '${language}': () => import('./${language}/${language}.js'),`).join('\n')}
};
const asked = process.env.MESSAGE_LANGUAGE;
const language = Object.hasOwn(load, asked) ? asked : '${LANGUAGES[0]}';
const [catalogue] = Object.values(await load[language]());
export const CATALOGUES = { [language]: catalogue };
`;

/** Replaces \`src/text/catalogues.ts\`, which has every language. */
export const configuredLanguage: Plugin = {
  name: 'configured-language',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]text[\\/]catalogues\.ts$/ }, () => ({ contents: CONTENTS, loader: 'js' })),
};
