import { expect, test } from 'vitest';
import { readableResourceType } from '../../../src/renderers/toolkit/resource-type.js';
import { wordsOf } from '../../../src/text/words.js';

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
  ['AWS::DynamoDB::Table', 'DynamoDB Table'],
  ['RDSDBInstance', 'RDS DB Instance'],
  ['MACHINE_IMAGE', 'Machine Image'],
  ['', ''],
])('readableResourceType: %s is %s', (type, kind) => {
  expect(readableResourceType(type, wordsOf('en'))).toBe(kind);
});

test.each([
  ['AWS::EC2::Instance', 'EC2 实例'],
  ['AwsIamRole', 'IAM 角色'],
  ['AwsIamAccessKey', 'IAM 访问密钥'],
  ['AccessKey', '访问密钥'],
  ['AWS::S3::Bucket', 'S3 存储桶'],
  ['AWS::RDS::DBInstance', 'RDS 数据库实例'],
  ['AWS::DynamoDB::Table', 'DynamoDB 表'],
  ['AWS::Foo::QuantumLedger', 'FOO Quantum Ledger'],
])('readableResourceType: in Chinese %s is %s', (type, kind) => {
  expect(readableResourceType(type, wordsOf('zh-CN'))).toBe(kind);
});
