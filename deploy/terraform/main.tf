# The stack of the release beside this folder: its template, the zip of the functions, the resources that the template includes.

locals {
  release = coalesce(var.release_folder, "${path.module}/..")
}

# Each under a key of its content, so that a change of a file is a change of the stack, and its rollback finds the older ones.
resource "aws_s3_object" "release" {
  for_each = toset(["resources.json", "template.yml", "wecomrobot.zip"])

  bucket = var.bucket
  key    = "${var.key_prefix}/${filesha256("${local.release}/${each.key}")}/${each.key}"
  source = "${local.release}/${each.key}"

  lifecycle {
    create_before_destroy = true
  }
}

data "aws_s3_bucket" "release" {
  bucket = var.bucket
}

resource "aws_lambda_layer_version" "routes" {
  count = var.routes_layer_zip == null ? 0 : 1

  layer_name       = "${var.stack_name}-routes"
  filename         = var.routes_layer_zip
  source_code_hash = filebase64sha256(var.routes_layer_zip)

  # A stack that is rolled back finds the rules of before.
  skip_destroy = true
}

resource "aws_cloudformation_stack" "wecomrobot" {
  name = var.stack_name
  # Not as a body: CloudFormation gives a template back with ? for what is not ASCII, and each plan would differ.
  template_url = "https://${data.aws_s3_bucket.release.bucket_regional_domain_name}/${aws_s3_object.release["template.yml"].key}"
  # The second is for the resources that the template includes.
  capabilities = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
  tags         = var.tags

  parameters = merge(local.parameters, {
    RoutesLayerArn = var.routes_layer_zip == null ? var.routes_layer_arn : aws_lambda_layer_version.routes[0].arn
    CodeBucket     = var.bucket
    CodeKey        = aws_s3_object.release["wecomrobot.zip"].key
    ResourcesKey   = aws_s3_object.release["resources.json"].key
  })
}
