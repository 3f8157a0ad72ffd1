variable "bucket" {
  description = "存放发布文件的存储桶，须与堆栈同区域。 Bucket for the release's files, in the region of the stack."
  type        = string
}

variable "key_prefix" {
  description = "存储桶中的前缀。 Prefix of their keys in the bucket."
  type        = string
  default     = "wecomrobot"
  nullable    = false
}

variable "release_folder" {
  description = "发布文件所在目录；默认为本模块的上级目录。 Folder with the release's files; default: the one that holds this module."
  type        = string
  default     = null
}

variable "stack_name" {
  description = "堆栈名称，以 wecomrobot- 开头。 Name of the stack; begins with wecomrobot-, so that the commands of a clone find it."
  type        = string
  default     = "wecomrobot-prod"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9-]{0,55}$", var.stack_name))
    error_message = "The name must begin with a letter and have letters, digits and hyphens, 56 at most: the names of the functions begin with it."
  }
}

variable "tags" {
  description = "堆栈及其资源的标签。 Tags of the stack and its resources."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "routes_layer_zip" {
  description = "npx wecomrobot routes --layer 写出的 routes-layer.zip。 The routes-layer.zip that npx wecomrobot routes --layer writes."
  type        = string
  default     = null
}

variable "routes_layer_arn" {
  description = "现有规则层的 ARN（含版本），代替 routes_layer_zip。 ARN of an existing layer with rules, with the version, instead of routes_layer_zip."
  type        = string
  default     = ""
  nullable    = false
}
