import { type SourceKind, sourceEventRenderer } from '../toolkit/source-event.js';

const INSTANCE: SourceKind = { kind: 'dbInstance', page: 'rds' };

/** RDS and Aurora, and what speaks as they do: DocumentDB and Neptune. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/working-with-events.html */
export const rds = sourceEventRenderer({
  name: 'rds',
  service: 'RDS',
  sources: ['aws.rds', 'aws.docdb', 'aws.neptune'],
  types: /^RDS /,
  marks: /RDS-EVENT|AmazonRDS|^(db|custom-engine|blue-green|zero-etl)-/i,
  kinds: {
    'blue-green-deployment': { kind: 'blueGreen' },
    'custom-engine-version': { kind: 'engineVersion' },
    cluster: { kind: 'dbCluster', page: 'rds-cluster' },
    'cluster-snapshot': { kind: 'dbClusterSnapshot', page: 'rds-snapshots' },
    'db-cluster': { kind: 'dbCluster', page: 'rds-cluster' },
    'db-cluster-snapshot': { kind: 'dbClusterSnapshot', page: 'rds-snapshots' },
    'db-instance': INSTANCE,
    'db-parameter-group': { kind: 'dbParameterGroup' },
    'db-param': { kind: 'dbParameterGroup' },
    'db-proxy': { kind: 'dbProxy' },
    'db-security-group': { kind: 'dbSecurityGroup' },
    'db-shard-group': { kind: 'shardGroup' },
    'db-snapshot': { kind: 'dbSnapshot', page: 'rds-snapshots' },
    snapshot: { kind: 'dbSnapshot', page: 'rds-snapshots' },
    'zero-etl': { kind: 'integration' },
  },
  other: INSTANCE,
  home: 'rds-databases',
});
