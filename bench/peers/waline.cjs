/**
 * Waline's server in a process of its own, on loopback alone. It asks an outside address at every request which
 * ways to sign in there are: here that is a stub beside it, which says that there are none.
 */
const { createServer } = require('node:http');

const listen = (handler) =>
  new Promise((resolve) => {
    const server = createServer(handler);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  });

async function start() {
  process.env.OAUTH_URL = await listen((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end('{"services":[]}');
  });
  const handler = require('@waline/vercel')({ env: 'vercel' });
  process.send({ url: await listen((request, response) => void handler(request, response)) });
}

process.once('SIGTERM', () => process.exit(0));
void start();
