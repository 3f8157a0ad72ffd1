/** The forms of tags: a list of `Key` and `Value`, or a map. */
type Variant = 'standard' | 'map';

/** The types of resources that take tags. A test holds this against CloudFormation's specification. */
export const TAG_VARIANTS: Readonly<Record<string, Variant>> = {
  'AWS::ApiGatewayV2::Api': 'map',
  'AWS::ApiGatewayV2::Stage': 'map',
  'AWS::CloudWatch::Alarm': 'standard',
  'AWS::CloudWatch::Dashboard': 'standard',
  'AWS::Events::Rule': 'standard',
  'AWS::IAM::Role': 'standard',
  'AWS::Lambda::EventSourceMapping': 'standard',
  'AWS::Lambda::Function': 'standard',
  'AWS::Logs::LogGroup': 'standard',
  'AWS::S3::Bucket': 'standard',
  'AWS::SNS::Topic': 'standard',
  'AWS::SQS::Queue': 'standard',
};
