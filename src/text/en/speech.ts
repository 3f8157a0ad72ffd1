import type { Speech } from '../speech.js';

const usage = `Usage: wecomrobot push [MESSAGE] [options]
       wecomrobot local [options]           the group on this machine, to try it: wecomrobot local --help
       wecomrobot template [options]        a CloudFormation template and its files: wecomrobot template --help
       wecomrobot routes --layer [options]  a layer with your rules: wecomrobot routes --help

Pushes a message to a WeCom group. Without MESSAGE, or with -, it is read from standard input.

  --at WHO         mention a mobile number; repeat it, or separate several with commas
  --at-all         mention everyone
  --markdown       the message is markdown
  --dry-run        show what would be sent, and send nothing
  --language LANG  of the output: zh-CN or en; default the terminal's (LC_ALL, LC_MESSAGES, LANG,
                   on Windows the system's), Chinese if it says none
  --timeout-ms N   give up after N milliseconds, 1000 or more; default 30000, through a door 35000
  -v, --version    show the version
  -h, --help       show this

The robot's key, one of:
  WECOM_ROBOT_KEY  in the environment: the key, or the whole webhook URL
  --secret-id ID   in AWS Secrets Manager, read with the usual AWS credentials;
                   --robot NAME picks one of its robots, and --at accepts the names of its people
  --url URL        not needed: the message goes through a deployed HTTPS door,
                   with its token in WECOM_TOKEN; --robot NAME and names of people work too
A key or token is never an argument: every user of the machine can read arguments.

Exit codes: 0 delivered or queued, 1 refused, 2 wrong usage, 3 try again later.

  wecomrobot push "Build failed" --at 13800138000
  ./report.sh | wecomrobot push --markdown --at-all
  wecomrobot push "Backup done" --secret-id wecomrobot/robots --robot dba
  wecomrobot push --url https://robot.example.com/push -- "-5% stock"`;

/** The words of the library and the command, in English. */
export const speech: Speech = {
  print: {
    delivered: 'Info: WeCom robot: pushed.',
    dropped: 'Info: WeCom robot: not sent: a routing rule dropped it.',
    dryRun: 'Info: WeCom robot: dry run, nothing sent.',
    exception: (reason) => `Exception: ${reason}`,
    failed: (errcode, reason) => `Error: WeCom robot: not pushed, errcode ${errcode}: ${reason}`,
    invalid: (field, reason) => `Error: bad argument ${field}: ${reason}`,
    queued: 'Info: WeCom robot: queued.',
    refused: (reason) => `Error: WeCom robot: not pushed: ${reason}`,
  },
  isWrittenIn: (text) => !/\p{Script=Han}/u.test(text),
  unknownError: 'unknown error',
  usage,
};
