/** Words that only tools by name use. They are loaded with the tools. */
export const tool = {
  /** The kind of a thing, before its name in a title: `GitLab 流水线 shop/checkout #3188`. */
  kind: {
    branch: '分支',
    deployment: '部署',
    gate: '质量门',
    incident: '事故',
    issue: '工单',
    job: '作业',
    mergeRequest: '合并请求',
    pipeline: '流水线',
    tag: '标签',
  },
  /** The name of a value, before it on its line. */
  label: {
    assignee: '负责人',
    author: '提交人',
    commits: '提交数',
    environment: '环境',
    gate: '质量门',
    number: '编号',
    priority: '优先级',
    project: '项目',
    urgency: '紧急程度',
  },
  /** The state of what a message is about, in its first line. */
  status: {
    acknowledged: '已确认',
    changed: '有变更',
    manual: '等待人工',
    test: '测试',
  },
};
