/** The library: pushes messages to a WeCom (企业微信) group. It needs no AWS and imports nothing of it. */
export type { Clock } from './base/clock.js';
export type { DeliveryResult } from './domain/delivery.js';
export { ConfigError, InvalidInputError } from './domain/errors.js';
export type { Format } from './domain/format.js';
export type { RobotKey } from './domain/robot-key.js';
export {
  type AtMobiles,
  createRobot,
  type IsAtAll,
  type PushOptions,
  type Robot,
  type RobotOptions,
  type RobotSettings,
  wecomrobot,
} from './library/robot.js';
export type { Language } from './text/words.js';
export type { PostResult, Transport } from './wecom/post/transport.js';
