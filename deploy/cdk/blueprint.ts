import { readRoutes } from '../../scripts/routes-file/read-routes.js';
import { readRules } from '../../scripts/routes-file/read-rules.js';
import type { Routes } from '../../src/routing/rule.js';
import { checkRules } from '../check-rules.js';
import type { Outputs, Resources } from '../cloudformation.js';
import { checkDeployable } from '../ops-address.js';
import { readSettings } from '../read-settings.js';
import { SettingsError } from '../settings-error.js';
import { outputsOf, resourcesOf } from '../template.js';
import { warningsOf } from '../warnings.js';
import type { WecomRobotProps } from './wecom-robot-props.js';

/** The content of the stack. */
export interface Blueprint {
  /** Without `Code` for the functions. */
  readonly resources: Resources;
  readonly outputs: Outputs;
  /** Compiled rules, if any are given. */
  readonly routes: Routes | undefined;
  readonly warnings: readonly string[];
}

/**
 * Returns what the stack is made of.
 * @param stackRegion the stack's region. `undefined` if only the deployment decides it.
 * @throws {SettingsError} If a setting is not allowed, or the region is not known.
 * @throws {RouteError} If a rule is wrong.
 */
export function blueprintOf(
  { routes: rules, region: given, ...settingsGiven }: WecomRobotProps,
  stackRegion: string | undefined,
): Blueprint {
  const region = regionOf(given, stackRegion);
  const settings = readSettings(settingsGiven, region);
  checkDeployable(settings);
  const routes = rules === undefined ? undefined : typeof rules === 'string' ? readRoutes(rules) : readRules(rules);
  if (routes) checkRules(settings, routes);
  return {
    resources: resourcesOf(settings, region),
    outputs: outputsOf(settings, region),
    routes,
    warnings: warningsOf(settings, region),
  };
}

function regionOf(given: string | undefined, stackRegion: string | undefined): string {
  if (given !== undefined && stackRegion !== undefined && given !== stackRegion)
    throw new SettingsError(
      `Cannot use the setting region as it must be that of the stack, ${stackRegion}: current value is ${given}`,
    );
  const region = given ?? stackRegion;
  if (region !== undefined) return region;
  throw new SettingsError(
    'Cannot make wecomrobot in a stack of any region as the region decides its resources: give the stack env: { region }, or the construct region: current value is empty',
  );
}
