/** WeCom's errcodes in words: one short sentence each, without a full stop. */
export const errcode = {
  /** A code that WeCom does not document for robots. */
  unknown: { meaning: '未知错误码', advice: '请在企业微信文档中查询' },

  [-1]: { meaning: '企业微信系统繁忙', advice: '稍后重试' },
  6000: { meaning: '数据版本冲突', advice: '稍后重试' },
  45009: { meaning: '超过每分钟 20 条的频率限制', advice: '约一分钟后恢复，请合并或减少消息' },
  45033: { meaning: '并发调用超过限制', advice: '稍后重试' },

  93000: { meaning: 'webhook 地址无效，或机器人已被移出群聊', advice: '核对 key，必要时重新添加机器人并更换 key' },
  93004: { meaning: '机器人已被停用', advice: '在群里重新启用机器人' },
  93006: { meaning: '群聊 ID 无效', advice: '检查机器人所在的群' },
  93008: { meaning: '机器人不在群里', advice: '重新把机器人加入群聊' },
  93017: { meaning: '被拒绝，企业微信没有公布原因', advice: '在群里检查机器人' },

  40008: { meaning: '消息类型无效，或 JSON 格式错误', advice: '检查 msgtype' },
  40033: { meaning: '含有不支持的字符', advice: '删除特殊字符' },
  40039: { meaning: '链接超过 1024 字节', advice: '缩短链接' },
  40058: { meaning: '参数不合法：内容过长、列表过长或缺少必填项', advice: '缩短内容，检查必填项' },
  40063: { meaning: '必填参数为空', advice: '补全参数' },
  41010: { meaning: '缺少 url', advice: '补上 url' },
  41016: { meaning: '缺少 title', advice: '补上 title' },
  44004: { meaning: '消息内容为空', advice: '填写消息内容' },
  45002: { meaning: '消息内容过长', advice: '缩短内容' },
  45008: { meaning: '图文超过 8 条', advice: '减少条数' },
  45034: { meaning: '链接缺少协议头', advice: '以 https:// 开头' },
  48002: { meaning: '接口不支持', advice: '机器人的 key 只能发送消息和上传文件' },

  40004: { meaning: '媒体文件类型无效', advice: '更换文件类型' },
  40005: { meaning: 'type 参数无效', advice: '使用 file 或 voice' },
  40006: { meaning: '媒体文件大小无效', advice: '须大于 5 字节且不超限' },
  40007: { meaning: 'media_id 无效或已过期', advice: '用同一机器人重新上传' },
  40009: { meaning: '图片大小无效', advice: '压缩到 2 MB 以内' },
  41006: { meaning: '缺少 media_id', advice: '先上传文件' },
  44001: { meaning: '媒体文件为空', advice: '重新上传文件' },
  45001: { meaning: '媒体文件过大', advice: '压缩文件' },
  45007: { meaning: '语音超过 60 秒', advice: '缩短语音' },
  301016: { meaning: '语音文件无效', advice: '重新录制' },
  301017: { meaning: '语音仅支持 AMR 格式', advice: '转换为 AMR' },
  301019: { meaning: '文件 MD5 不一致', advice: '用原始字节计算 MD5' },
};
