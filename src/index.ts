/** The library: pushes messages to a WeCom (企业微信) group. It needs no AWS and imports none. */
export type { Clock } from './clock.js';
export type { DeliveryResult } from './delivery.js';
export type { ConfigError, InvalidInputError } from './errors.js';
export type { Format } from './notification.js';
export {
  type AtMobiles,
  createRobot,
  type IsAtAll,
  type PushOptions,
  type Robot,
  type RobotOptions,
  type RobotSettings,
  wecomrobot,
} from './robot.js';
export type { RobotKey } from './robot-key.js';
export type { PostResult, Transport } from './wecom/transport.js';
