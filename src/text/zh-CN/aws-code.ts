/** Codes, states and events of single AWS services, in words. */
export const awsCode = {
  /** Columns of Trusted Advisor's checks. */
  advisorColumn: {
    'Access Key ID': '访问密钥 ID',
    'Bucket Name': '存储桶名称',
    'Case ID': '案例 ID',
    'Current Usage': '当前用量',
    Deadline: '截止时间',
    'Estimated Monthly Savings': '预计每月节省',
    'Fraud Type': '风险类型',
    'IAM User': 'IAM 用户',
    'IP Range': '来源网段',
    'Instance ID': '实例 ID',
    'Instance Name': '实例名称',
    'Instance Type': '实例类型',
    'Limit Amount': '配额',
    'Limit Name': '配额名称',
    'Load Balancer Name': '负载均衡器',
    Location: '位置',
    Port: '端口',
    Ports: '端口',
    Protocol: '协议',
    'Security Group ID': '安全组 ID',
    'Security Group Name': '安全组名称',
    Service: '服务',
    'Time Updated': '更新时间',
    'User Name (IAM or Root)': '用户（IAM 或 root）',
    'Volume ID': '卷 ID',
  },

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

  /** Events of an ElastiCache cluster. */
  elastiCache: {
    AddCacheNodeComplete: '节点添加完成',
    CacheClusterParametersChanged: '参数已更改',
    CacheClusterProvisioningComplete: '集群创建完成',
    CacheClusterProvisioningFailed: '集群创建失败',
    CacheClusterScalingComplete: '扩缩完成',
    CacheClusterScalingFailed: '扩缩失败',
    CacheNodeReplaceComplete: '节点替换完成',
    CacheNodeReplaceStarted: '节点替换开始',
    CacheNodesRebooted: '节点已重启',
    DeleteCacheClusterComplete: '集群删除完成',
    FailoverComplete: '故障转移完成',
    NodeReplacementCanceled: '节点替换已取消',
    NodeReplacementRescheduled: '节点替换改期',
    NodeReplacementScheduled: '已安排节点替换',
    RemoveCacheNodeComplete: '节点移除完成',
    SnapshotComplete: '快照完成',
    SnapshotFailed: '快照失败',
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

  /** Actions of a private certificate authority, by what ends AWS's name for the event. */
  privateCa: {
    'Audit Report Generation': '审计报告生成',
    'CRL Generation': '吊销列表生成',
    'Certificate Issuance': '证书签发',
    'Certificate Revocation': '证书吊销',
    Creation: '创建',
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
