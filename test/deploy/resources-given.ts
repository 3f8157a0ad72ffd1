import { environmentsOf } from '../../deploy/environments.js';
import { readSettings } from '../../deploy/read-settings.js';
import { resourcesOf } from '../../deploy/template.js';
import { arrayAt } from '../../src/base/json.js';

/** The region that resources are made for if a test names no other. */
export const REGION = 'ap-southeast-1';

/** The resources that follow from these settings, and from the defaults of all others. */
export const resources = (given: object = {}, region = REGION) => resourcesOf(readSettings(given, region), region);

/** The environment variables of each function. */
export const environments = (given: object = {}, region = REGION) =>
  environmentsOf(readSettings(given, region), region);

/** The statements of a role's policy. */
export const statementsOf = (given: object, role: string): readonly unknown[] =>
  arrayAt(resources(given)[role], 'Properties', 'Policies', 0, 'PolicyDocument', 'Statement');
