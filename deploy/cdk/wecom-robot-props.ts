import type { WecomRobotSettings } from './wecom-robot-settings.js';

/** The settings, and what only CDK has. */
export interface WecomRobotProps extends WecomRobotSettings {
  /**
   * The rules: path of a routes.yml, or what would stand in one. They are checked and compiled when CDK runs.
   * @default - everything goes to the robot `default`
   */
  readonly routes?: string | Readonly<Record<string, unknown>> | undefined;
  /**
   * Region that is deployed to, if the stack does not say it: region and partition decide which resources there are.
   * @default - the region of the stack
   */
  readonly region?: string | undefined;
}
