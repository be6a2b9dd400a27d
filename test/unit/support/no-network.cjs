/**
 * Loaded before a program (`node --require`): whoever reaches for the network is told on standard error, and gets
 * nothing. Node's own permissions see to child processes, Workers and files; of the network they know nothing yet.
 */
const caught = what => () => {
  process.stderr.write(`NETWORK ${what}\n`);
  throw new Error(`the network: ${what}`);
};
require('node:net').Socket.prototype.connect = caught('connect');
require('node:net').Server.prototype.listen = caught('listen');
require('node:dgram').createSocket = caught('dgram');
for (const dns of [require('node:dns'), require('node:dns').promises]) dns.lookup = caught('dns');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = caught(name);
