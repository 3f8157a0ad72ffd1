# The stack of the release beside this folder: its template, the zip of the functions, the resources that the template includes.

locals {
  release = coalesce(var.release_folder, "${path.module}/..")
  code    = "${local.release}/wecomrobot.zip"
  include = "${local.release}/resources.json"
}

# Under a key of its content each, so that a change of the files is a change of the stack, and its rollback finds the older ones.
resource "aws_s3_object" "code" {
  bucket = var.bucket
  key    = "${var.key_prefix}/${filesha256(local.code)}/wecomrobot.zip"
  source = local.code

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_s3_object" "resources" {
  bucket = var.bucket
  key    = "${var.key_prefix}/${filesha256(local.include)}/resources.json"
  source = local.include

  lifecycle {
    create_before_destroy = true
  }
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
  name          = var.stack_name
  template_body = file("${local.release}/template.yml")
  # The second is for the resources that the template includes.
  capabilities = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
  tags         = var.tags

  parameters = merge(local.parameters, {
    RoutesLayerArn = var.routes_layer_zip == null ? var.routes_layer_arn : aws_lambda_layer_version.routes[0].arn
    CodeBucket     = var.bucket
    CodeKey        = aws_s3_object.code.key
    ResourcesKey   = aws_s3_object.resources.key
  })
}
