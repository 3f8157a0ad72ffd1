import { tsImport } from 'tsx/esm/api';
import profileRegion from './profile-region.cjs';

/**
 * The framework's entry point: checks the settings, adds what follows from them, builds a new bundle for every package,
 * so that a deployment can never ship a stale one, and prints what to try next. Everything it adds is made in
 * template.ts.
 */
export default class WecomrobotPlugin {
  constructor(serverless, _options, { log }) {
    const { pluginManager } = serverless;
    let settings;
    const build = async () => {
      const { buildFunction } = await tsImport('../scripts/build.ts', import.meta.url);
      const { checkRules } = await tsImport('./check-rules.ts', import.meta.url);
      const { routes } = await buildFunction().catch((error) => refuse(serverless, error));
      orRefuse(serverless, () => checkRules(settings, routes));
    };
    this.hooks = {
      initialize: async () => {
        if (profileRegion.isGuess) await refuseGuess(serverless, log);
        settings = await checkedSettings(serverless, log);
        await addResources(serverless, settings);
      },
      'before:deploy:deploy': async () => {
        const { checkOtherStages } = await tsImport('./other-stages.ts', import.meta.url);
        const provider = serverless.getProvider('aws');
        const config = await provider.getAwsSdkV3Config();
        const stack = provider.naming.getStackName();
        const warn = (line) => log.warning(line);
        await checkOtherStages({ settings, stack, config, warn }).catch((error) => refuse(serverless, error));
      },
      'before:package:createDeploymentArtifacts': build,
      'before:package:function:package': build,
      'after:aws:info:gatherData': async () => {
        const { sectionsOf } = await tsImport('./summary.ts', import.meta.url);
        const { gatheredData } = pluginManager.plugins.find((plugin) => plugin.gatheredData) ?? {};
        for (const [name, lines] of sectionsOf(gatheredData, settings)) serverless.addServiceOutputSection(name, lines);
      },
    };
  }
}

/** Returns the settings of serverless.yml, with the warnings about them written. */
async function checkedSettings(serverless, log) {
  const { readSettings } = await tsImport('./read-settings.ts', import.meta.url);
  const { checkDeployable } = await tsImport('./ops-address.ts', import.meta.url);
  const { warningsOf } = await tsImport('./warnings.ts', import.meta.url);
  const { service } = serverless;
  const { region } = service.provider;
  const settings = orRefuse(serverless, () => readSettings(service.custom?.settings, region));
  // A package may leave open who is told: it may be made to be looked at.
  if (isDeploy(serverless)) orRefuse(serverless, () => checkDeployable(settings));
  for (const warning of warningsOf(settings, region)) log.warning(warning);
  return settings;
}

/** Adds to the service what follows from its settings. What serverless.yml says itself wins. */
async function addResources(serverless, settings) {
  const { checkTimeouts } = await tsImport('./timeouts.ts', import.meta.url);
  const { forFramework } = await tsImport('./framework-functions.ts', import.meta.url);
  const { outputsOf, resourcesOf } = await tsImport('./template.ts', import.meta.url);
  const { service } = serverless;
  const { region } = service.provider;
  const resources = orRefuse(serverless, () => resourcesOf(settings, region, Boolean(service.provider.vpc)));
  const { functions, others } = forFramework(resources);
  for (const [name, made] of Object.entries(functions)) {
    const own = service.functions[name];
    const environment = { ...made.environment, ...own.environment };
    service.functions[name] = { ...made, ...own, environment };
  }
  orRefuse(serverless, () => checkTimeouts(service, settings));
  const own = service.resources ?? {};
  service.resources = {
    Description: 'wecomrobot: AWS alarms and events, readable in WeCom groups',
    ...own,
    Resources: { ...others, ...own.Resources },
    Outputs: { ...outputsOf(settings, region), ...own.Outputs },
  };
}

/** Commands that need no AWS. */
const OFFLINE = ['package', 'print'];

/** Refuses to go to a region that nobody named. A package is made for one that is named in a warning. */
async function refuseGuess(serverless, log) {
  const { NO_REGION } = await tsImport('./profile-region.ts', import.meta.url);
  const { SettingsError } = await tsImport('./settings-error.ts', import.meta.url);
  if (!OFFLINE.includes(serverless.processedInput.commands[0])) refuse(serverless, new SettingsError(NO_REGION));
  log.warning(`No region is set: this package is made for ${serverless.service.provider.region}`);
}

/** Returns true for `deploy`, and false for `deploy function`, `deploy list`, `package` and all others. */
function isDeploy({ processedInput }) {
  return processedInput.commands.join(' ') === 'deploy';
}

/** Codes by the names of our errors about mistakes in serverless.yml and routes.yml. */
const REFUSALS = { SettingsError: 'WECOMROBOT_SETTINGS', RouteError: 'WECOMROBOT_ROUTES' };

/** Throws the framework's own kind of error for a mistake: it prints that without a stack trace. */
function refuse(serverless, error) {
  const code = REFUSALS[error.name];
  throw code ? new serverless.classes.Error(error.message, code) : error;
}

function orRefuse(serverless, read) {
  try {
    return read();
  } catch (error) {
    return refuse(serverless, error);
  }
}
