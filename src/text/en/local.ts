import type { LocalSpeech } from '../local-speech.js';

/** The words that `wecomrobot local` prints, in English. */
export const localSpeech: LocalSpeech = {
  usage: (command) => `Usage: ${command} [options]

Runs the whole deployment on this machine and shows the WeCom group that it posts to. Nothing is sent
anywhere: AWS and WeCom are stood in for. Ctrl-C ends it.

  --port PORT      the port of the page, the API and the door; 0 takes any that is free;
                   default 8787, or the next one that is free
  --speed 1|10     the speed of time: with 10, an alarm is told again after half a minute and not five
  --language LANG  of messages and of these lines: zh-CN or en
  --routes FILE    your own rules: a routes.yml
  --data FOLDER    the folder in which messages are kept over a restart
  --fresh          begin with an empty group: what was kept is deleted
  -h, --help       print this

  curl -fG '<page>/api/messages?wait=30' --data-urlencode 'text=payment failed'     wait for a message, in CI

Exit codes: 0 ended by Ctrl-C, 2 wrong usage, or it cannot start`,
  welcome: ({ url, token, file }) => `
  The group:  ${url}
  The door:   curl -H 'Authorization: Bearer ${token}' \\
                -d '{"push_message":"Build failed: payment-api #128","at_mobiles":"13800138000"}' ${url}/push
  For CI:     curl --fail '${url}/api/messages?text=payment-api&wait=30'
${file === undefined ? '' : `  Kept in:    ${file}\n`}
  Everything runs on this machine: nothing is sent anywhere. Ctrl-C ends it.
`,
  ended: 'Ended.',
  portTaken: (port, next) => `Port ${port} is taken by another program, trying ${next}`,
  kept: (count, file) => `${count} ${count === 1 ? 'message' : 'messages'} of an earlier run, from ${file}`,
  setAside: (file, reason) =>
    `The kept messages cannot be read (${reason === 'broken' ? 'cut off, or no JSON' : 'another version wrote them'}). The file is set aside: ${file}`,
  notKept: (file, reason) => `Messages are not kept, as ${file} cannot be written: ${reason}`,
  keptByAnother: (file) =>
    `Messages are not kept, as another page keeps its own in ${file}: give one of them another --data or --port`,
  problems: {
    option: (name) => `Cannot start as the option must be one of those in --help: current value is ${name}`,
    optionValue: (name) => `Cannot start as ${name} needs a value, and a switch has none: see --help`,
    argument: 'Cannot start as there are options only: see --help',
    port: (value) => `Cannot start as --port must be 0 to 65535: current value is ${value}`,
    speed: (speeds, value) => `Cannot start as --speed must be one of ${speeds}: current value is ${value}`,
    language: (languages, value) => `Cannot start as --language must be one of ${languages}: current value is ${value}`,
    portTaken: (port) =>
      `Cannot start as port ${port} is taken by another program: choose another with --port, or any free one with --port 0`,
    portRefused: (port, code) =>
      `Cannot start as the system refuses port ${port} (${code}): choose another with --port, or any free one with --port 0`,
  },
};
