/** The text of `--help`. */
export const USAGE = `Usage: wecomrobot push [MESSAGE] [options]

Pushes a message to a WeCom (企业微信) group. Without MESSAGE, or with -, it is read from standard input.

  --at WHO         mention a mobile; repeat it, or separate several with commas
  --at-all         mention everyone
  --markdown       the message is markdown
  --dry-run        show what would be sent, and send nothing
  --help           show this

The robot's key, one of:
  WECOM_ROBOT_KEY  in the environment: the key, or the whole webhook URL
  --secret-id ID   in AWS Secrets Manager, read with the usual AWS credentials;
                   --robot NAME picks one of its robots, and --at accepts the names of its people
  --url URL        not needed: the message goes through a deployed HTTPS door,
                   with its token in WECOM_TOKEN; --robot NAME and names of people work too
A key or token is never an argument: every user of the machine can read arguments.

Exit codes: 0 delivered or queued, 1 refused, 2 wrong usage, 3 try again later.

  wecomrobot push "构建失败" --at 13800138000
  ./report.sh | wecomrobot push --markdown --at-all
  wecomrobot push "备份完成" --secret-id wecomrobot/robots --robot dba
  wecomrobot push --url https://robot.example.com/push -- "-5% 库存"`;
