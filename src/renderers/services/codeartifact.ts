import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const PACKAGE: EventRow = {
  kind: 'package',
  name: 'packageName',
  state: 'operationType',
  fields: [
    ['version', 'packageVersion'],
    ['versionState', 'packageVersionState'],
    ['repository', 'repositoryName'],
    ['domain', 'domainName'],
  ],
  details: [],
};

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/service-event-format-example.html */
export const codeArtifact = tableRenderer({
  name: 'codeartifact',
  service: 'CodeArtifact',
  sources: ['aws.codeartifact'],
  types: /^(CodeArtifact|Goshawk) /,
  rows: {
    'CodeArtifact Package Version State Change': PACKAGE,
    // The code name from before the service had a public name.
    'Goshawk Repository State Change': { ...PACKAGE, kind: 'repository', name: 'repositoryName' },
  },
  other: PACKAGE,
});
