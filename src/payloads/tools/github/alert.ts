import type { ToolRow } from '../../toolkit/tool.js';

const SEVERITY = ['alert.security_advisory.severity', 'alert.rule.security_severity_level', 'alert.rule.severity'];
const PLACE = 'alert.most_recent_instance.location';

/** An alert of Dependabot or code scanning. */
export const alert: ToolRow = {
  when: { 'alert.number': true },
  kind: 'securityAlert',
  state: SEVERITY,
  fields: {
    grade: SEVERITY,
    ruleId: ['alert.security_advisory.cve_id', 'alert.security_advisory.ghsa_id', 'alert.rule.id'],
    fix: 'alert.security_vulnerability.first_patched_version.identifier',
    file: ['alert.dependency.manifest_path', `{${PLACE}.path}:{${PLACE}.start_line}`],
    branch: 'ref',
  },
  details: ['alert.security_advisory.summary', 'alert.most_recent_instance.message.text'],
  link: ['alert.html_url', '{repository.html_url}/security/secret-scanning/{alert.number}'],
  thing: ['alert.html_url', '{repository.full_name} {alert.number}'],
};
