import { type SourceKind, sourceEventRenderer } from '../toolkit/source-event.js';

const INSTANCE: SourceKind = { thing: 'dbInstance', page: 'rds' };

/** RDS and Aurora, and what speaks as they do: DocumentDB and Neptune. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/working-with-events.html */
export const rds = sourceEventRenderer({
  name: 'rds',
  service: 'RDS',
  sources: ['aws.rds', 'aws.docdb', 'aws.neptune'],
  types: /^RDS /,
  marks: /RDS-EVENT|AmazonRDS|^(db|custom-engine|blue-green|zero-etl)-/i,
  kinds: {
    'blue-green-deployment': { thing: 'blueGreen' },
    'custom-engine-version': { thing: 'engineVersion' },
    cluster: { thing: 'dbCluster', page: 'rds-cluster' },
    'cluster-snapshot': { thing: 'dbClusterSnapshot', page: 'rds-snapshots' },
    'db-cluster': { thing: 'dbCluster', page: 'rds-cluster' },
    'db-cluster-snapshot': { thing: 'dbClusterSnapshot', page: 'rds-snapshots' },
    'db-instance': INSTANCE,
    'db-parameter-group': { thing: 'dbParameterGroup' },
    'db-param': { thing: 'dbParameterGroup' },
    'db-proxy': { thing: 'dbProxy' },
    'db-security-group': { thing: 'dbSecurityGroup' },
    'db-shard-group': { thing: 'shardGroup' },
    'db-snapshot': { thing: 'dbSnapshot', page: 'rds-snapshots' },
    snapshot: { thing: 'dbSnapshot', page: 'rds-snapshots' },
    'zero-etl': { thing: 'integration' },
  },
  other: INSTANCE,
  home: 'rds-databases',
});
