/** Codes, states and events of single AWS services, in words. */
export const awsCode = {
  /** The reason why Lambda, EventBridge, Scheduler or Pipes gave up. */
  invocationCondition: {
    EventAgeExceeded: '等待太久，事件已过期',
    MaximumEventAgeInSeconds: '等待太久，事件已过期',
    MaximumRetryAttempts: '重试次数已用完',
    RetriesExhausted: '重试次数已用完',
    RetryAttemptsExhausted: '重试次数已用完',
  },

  /** The way that S3 deleted an object. */
  deletion: {
    'Delete Marker Created': '仅添加删除标记（可恢复）',
    'Permanently Deleted': '永久删除',
  },

  /** Instances of a deployment, counted by state. */
  deploymentState: {
    Failed: '失败',
    InProgress: '进行中',
    Pending: '等待',
    Ready: '就绪',
    Skipped: '跳过',
    Succeeded: '成功',
  },

  /** A process's exit code. */
  exitCode: {
    126: '命令无法执行',
    127: '找不到命令',
    134: '程序异常中止',
    137: '被强制终止，常因内存不足',
    139: '内存访问错误',
    143: '被要求停止',
  },

  /** The action that interrupts a Spot instance. */
  interruption: {
    hibernate: '休眠',
    stop: '停止',
    terminate: '终止',
  },

  /** Events of an OpenSearch Service domain. */
  openSearch: {
    autoTune: 'Auto-Tune',
    burstBalance: 'EBS 突增余额不足',
    diskSpace: '磁盘空间不足',
    diskThrottle: '磁盘吞吐量受限',
    jvmPressure: 'JVM 内存压力过高',
    kmsKey: 'KMS 密钥无法访问',
    redIndices: '红色索引自动恢复',
    shardCount: '分片数过多',
    softwareUpdate: '服务软件更新',
    updateValidation: '域更新校验',
  },

  /**
   * The reason why Amazon ECS found no place for a task.
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
   */
  placement: {
    AGENT: 'ECS 代理未连接',
    ATTRIBUTE: '没有容器实例具备任务所需的属性',
    'EMPTY CAPACITY PROVIDER': '容量提供程序没有容器实例',
    LOCATION: '容器实例不在任务所需的位置',
    MISSING: '找不到容器实例',
    'NO ACTIVE INSTANCES': '容量提供程序没有活动的容器实例',
    'RESOURCE:CPU': 'CPU 不足',
    'RESOURCE:ENI': '网络接口（ENI）已用完',
    'RESOURCE:FARGATE': 'Fargate 容量不足',
    'RESOURCE:GPU': 'GPU 不足',
    'RESOURCE:MEMORY': '内存不足',
    'RESOURCE:PORTS': '所需端口已被占用',
  },

  /** The cause of an Auto Scaling activity. */
  scalingCause: {
    alarm: '告警触发了扩展策略',
    difference: '期望容量与实际容量不一致',
    ec2: '实例未通过 EC2 状态检查，已移出服务',
    elb: '实例未通过负载均衡器的健康检查，已移出服务',
    replacement: '替换不健康的实例',
    schedule: '定时操作修改了容量',
    stopped: '实例已被终止或停止，已移出服务',
    user: '用户修改了容量',
  },

  /** Activities of an Auto Scaling group, shown after its name in the title. */
  scaling: {
    detach: '分离实例',
    launch: '启动实例',
    refresh: '实例刷新',
    terminate: '终止实例',
    test: '测试通知',
  },
};
