/** Preloaded into a program that must not use the network: whoever tries to reach a host fails at once. */
import { Socket } from 'node:net';

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const [target] = args.flat();
  // Pipes of this machine have a path and no port.
  if (target?.path && !target.port) return connect.apply(this, args);
  throw new Error(`Cannot connect as this program must not use the network: ${JSON.stringify(target)}`);
};
