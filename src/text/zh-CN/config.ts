/** What AWS Config's messages are told with. */
export const config = {
  status: {
    compliant: '合规',
    nonCompliant: '不合规',
    notApplicable: '不适用',
  },
  label: {
    bucket: '存储桶',
    changed: '变更',
  },
  thing: {
    evaluation: '规则评估',
    history: '配置历史投递',
    resource: '资源',
    rule: '规则',
    snapshot: '配置快照投递',
  },
};
