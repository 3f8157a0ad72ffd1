/** What other tools' webhooks are told with. */
export const webhook = {
  /** Alertmanager's and Grafana's groups. */
  alerts: {
    count: (firing: number, resolved: number): string =>
      [firing > 0 ? `${firing} 个告警` : '', resolved > 0 ? `${resolved} 个恢复` : ''].filter(Boolean).join('，'),
    lasted: (duration: string): string => `持续 ${duration}`,
    unlisted: (n: number): string => `另有 ${n} 个未列出`,
  },
  dashboard: '看板',
  keywords: '关键词',
  labels: '标签',
  nextSteps: '下一步：',
  rule: '规则',
  runbook: '处理手册',
  silence: '静默',
  summary: '摘要',
  /** What a message is that has no words of its own. */
  message: {
    file: '文件',
    image: '图片',
    news: '图文',
    template_card: '卡片',
    voice: '语音',
  },
};
