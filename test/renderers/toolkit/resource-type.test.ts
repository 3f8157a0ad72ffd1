import { expect, test } from 'vitest';
import { readableResourceType } from '../../../src/renderers/toolkit/resource-type.js';

test.each([
  ['AWS::EC2::Instance', 'EC2 Instance'],
  ['AwsEc2Instance', 'EC2 Instance'],
  ['AWS_EC2_INSTANCE', 'EC2 Instance'],
  ['AWS::S3::Bucket', 'S3 Bucket'],
  ['AwsIamAccessKey', 'IAM Access Key'],
  ['AWS_ECR_CONTAINER_IMAGE', 'ECR Container Image'],
  ['AWS::RDS::DBInstance', 'RDS DB Instance'],
  ['AWS::::Account', 'Account'],
  ['AWS_LAMBDA_FUNCTION', 'Lambda Function'],
  ['EKSCluster', 'EKS Cluster'],
  ['RDSDBInstance', 'RDS DB Instance'],
  ['MACHINE_IMAGE', 'Machine Image'],
  ['', ''],
])('readableResourceType: %s is %s', (type, kind) => {
  expect(readableResourceType(type)).toBe(kind);
});
