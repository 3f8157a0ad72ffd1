import type { SettingName } from '../plan.js';

/** Returns the name of a parameter, and of what is made of it: `secretId` → `SecretId`, `ecs-task-failed` → `EcsTaskFailed`. */
export function pascal(name: string): string {
  return name.replace(/(^|[^A-Za-z0-9])([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Settings that are called as a resource is: parameters need another name. */
const RENAMED: Readonly<Partial<Record<SettingName, string>>> = {
  alarmRule: 'EveryAlarm',
  notificationRule: 'ApplicationEvents',
};

/** Returns the name of the parameter of a setting that has one. */
export const parameterName = (setting: SettingName): string => RENAMED[setting] ?? pascal(setting);

/** Returns the name of the parameter of a preset. */
export const presetName = (preset: string): string => `Preset${pascal(preset)}`;

/** Returns the name of the parameter of one entry of a list: `topicArns`, 2 → `TopicArn2`. */
export const slotName = (setting: SettingName, slot: number): string => `${pascal(setting).replace(/s$/, '')}${slot}`;
