import { sampleKey } from '../../../../local/secrets-manager/sample-secret.js';
import type { RULES_FILE } from '../../../../scripts/errors-page/rules.js';
import { previewFile } from '../../../../scripts/preview.js';
import { readRoutes } from '../../../../scripts/routes-file/read-routes.js';
import { describedAlarms } from '../../../../scripts/routes-report/described-alarms.js';
import { readJsonFile } from '../../../../scripts/samples/read-json-file.js';
import { readSampleConfig } from '../../../../scripts/samples/read-sample.js';
import { runScript } from '../../../support/run-script.js';
import { type Provocations, withFile } from './provoke.js';

const ROTA = "rotas: { x: { people: [a], every: day, start: '2026-11-02' } }\n";

/** A request to a path that the door does not have. */
const UNKNOWN_PATH = {
  ...{ version: '2.0', rawPath: '/other', headers: {} },
  requestContext: { http: { method: 'POST', path: '/other' }, stage: '$default' },
};

const routes = (text: string) => () => withFile('routes.yml', text, readRoutes);

/** Runs a script that shows something, and resolves to what it complains of. */
const script =
  (name: 'routes' | 'preview', ...args: readonly string[]) =>
  async () =>
    (await runScript(`scripts/${name}.ts`, args, {})).err;

/** A way to each error of the rules, and of the commands that show them. */
export const rules: Provocations<typeof RULES_FILE> = {
  rulesYaml: routes('rules: ['),
  rulesFile: routes(`# ${'x'.repeat(600 * 1024)}`),
  rulesKey: routes('rules:\n  - robot: [dba]'),
  rulesRobotKey: routes(`rules:\n  - robots: [${sampleKey(1)}]`),
  rulesDrop: routes('rules:\n  - drop: true\n    robots: [dba]'),
  rulesRota: routes(`${ROTA}rules:\n  - rota: y`),
  rulesStep: routes('rules:\n  - remind: [{ after: 15 }]'),
  rulesTime: routes('rules:\n  - quiet: {}'),
  rulesRule: routes('rules:\n  - format: html'),
  routesAt: script('routes', '--at', 'noon'),
  routesLayer: script('routes', '--layer', 'event.json'),
  routesSecret: script('routes', '--secret', 'nowhere.json'),
  routesAlarms: () => describedAlarms({}, readSampleConfig(), 0),
  routesNoAlarm: () => describedAlarms({ MetricAlarms: [] }, readSampleConfig(), 0, 'nowhere'),
  previewJson: () => withFile('event.json', 'hello', readJsonFile),
  previewNone: () => readJsonFile('nowhere.json'),
  previewNothing: script('preview'),
  previewRefused: () =>
    withFile('event.json', JSON.stringify(UNKNOWN_PATH), async (file) => {
      const [line] = await previewFile(file, readSampleConfig());
      return line && 'error' in line ? line.error : line;
    }),
};
