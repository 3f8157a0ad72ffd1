import type { Plugin } from 'esbuild';
import { LANGUAGES } from '../../src/text/words.js';

/** The files of `src/text` that have every language, with their export and the file of one language in its folder. */
const CATALOGUES: Readonly<Record<string, { readonly name: string; fileOf(language: string): string }>> = {
  'catalogues.ts': { name: 'CATALOGUES', fileOf: (language) => `${language}.js` },
  'message-catalogues.ts': { name: 'MESSAGE_CATALOGUES', fileOf: () => 'message.js' },
};

/** Loads the catalogue of the configured language only: a wrong setting is told by the one who reads the settings, in the default one. */
const contentsOf = ({ name, fileOf }: (typeof CATALOGUES)[string]): string => `
const load = {
${LANGUAGES.map((language) => `  '${language}': () => import('./${language}/${fileOf(language)}'),`).join('\n')}
};
const asked = process.env.MESSAGE_LANGUAGE;
const language = Object.hasOwn(load, asked) ? asked : '${LANGUAGES[0]}';
const [catalogue] = Object.values(await load[language]());
export const ${name} = { [language]: catalogue };
`;

/** Replaces the files that have every language. */
export const configuredLanguage: Plugin = {
  name: 'configured-language',
  setup: ({ onLoad }) => {
    for (const [file, catalogues] of Object.entries(CATALOGUES)) {
      const filter = new RegExp(`[\\\\/]src[\\\\/]text[\\\\/]${file.replace('.', '\\.')}$`);
      onLoad({ filter }, () => ({ contents: contentsOf(catalogues), loader: 'js' }));
    }
  },
};
