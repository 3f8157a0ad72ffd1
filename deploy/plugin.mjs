import { tsImport } from 'tsx/esm/api';

/**
 * The framework's way in: checks the settings, adds what follows from them, builds the bundle anew for every package, so that
 * a deploy can never ship a stale one. What it adds is made in template.ts.
 */
export default class WecomrobotPlugin {
  constructor(serverless, _options, { log }) {
    const { service } = serverless;
    this.hooks = {
      initialize: async () => {
        const { readSettings, warningsOf } = await tsImport('./settings.ts', import.meta.url);
        const { environmentsOf, outputsOf, resourcesOf } = await tsImport('./template.ts', import.meta.url);
        const { region } = service.provider;
        const settings = readSettings(service.custom?.settings, region);
        for (const warning of warningsOf(settings)) log.warning(warning);
        const { architecture, memorySize, logRetentionInDays } = settings;
        Object.assign(service.provider, { architecture, memorySize, logRetentionInDays });
        for (const [name, environment] of Object.entries(environmentsOf(settings, region))) {
          service.functions[name].environment = environment;
        }
        service.resources = { Resources: resourcesOf(settings), Outputs: outputsOf(settings) };
      },
      'before:package:createDeploymentArtifacts': async () => {
        const { buildFunction } = await tsImport('../scripts/build.ts', import.meta.url);
        await buildFunction();
      },
    };
  }
}
