import type { TemplateSpeech } from '../template-speech.js';

/** The words that `wecomrobot template` and `wecomrobot routes` print, in Chinese. */
export const templateSpeech: TemplateSpeech = {
  templateUsage: (command) => `用法：${command} [选项]

生成 CloudFormation 模板（每项设置一个参数）、函数 zip、校验和与说明。不部署任何东西。

  --routes 文件    规则 routes.yml，放进 zip；默认没有，在仓库里是其 routes.yml
  --out 目录       默认 dist/template
  --language 语言  以上提示的语言：zh-CN 或 en
  -h, --help       显示本说明

退出码：0 已生成，1 规则有误，2 用法有误`,
  layerUsage: (command) => `用法：${command} --layer [选项]

检查 routes.yml，生成带规则的层：它取代函数 zip 里的规则。

  --layer          要生成的东西：层的 zip
  --routes 文件    默认 routes.yml
  --out 文件       默认 routes-layer.zip
  --language 语言  以上提示的语言：zh-CN 或 en
  -h, --help       显示本说明

退出码：0 已生成，1 规则有误，2 用法有误`,
  written: (folder) => `已写入 ${folder}：`,
  guide: (file) => `接下来：${file}`,
  publish: (file) =>
    `aws lambda publish-layer-version --layer-name wecomrobot-routes --zip-file fileb://${file} --query LayerVersionArn --output text`,
  problems: {
    options: '无法读取选项：有 --help 之外的选项，或缺少值',
    layerOnly: '无法执行：npm 包只生成层，请加 --layer（查看告警去向请用仓库里的 npm run routes）',
  },
};
