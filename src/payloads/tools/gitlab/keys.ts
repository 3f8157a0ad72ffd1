import type { Conditions } from '../../toolkit/conditions.js';

/** The kind of a hook, beside what only GitLab calls so. */
export const KEYS: readonly Conditions[] = [
  { object_kind: true, object_attributes: true },
  { object_kind: true, 'project.path_with_namespace': true },
  { object_kind: 'build', build_id: true, project_name: true },
];
