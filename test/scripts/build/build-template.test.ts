import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { SHARED } from '../../../scripts/build.js';

test('what checks routes.yml holds none of the 50 languages of zod but English', async () => {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: ['scripts/routes-file/read-routes.ts'],
    metafile: true,
    write: false,
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 100 ? [file] : [])),
  );
  expect(files.filter((file) => file.includes('zod/v4/locales/'))).toEqual(['node_modules/zod/v4/locales/en.js']);
});
