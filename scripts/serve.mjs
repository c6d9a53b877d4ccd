/**
 * The pages of the demonstration: strict headers, no state. `startServer` serves them alone, for the page tests;
 * `npm start` puts them beside the API (`demoPages`).
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { root } from './setup.mjs';

/** The policy under which every widget must show fully (STANDARDS.md, "Private and safe"). */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; require-trusted-types-for 'script'";

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file behind a path within one folder, or nothing: a path never leads out of it. */
function fileIn(folder, path) {
  const base = join(root, folder);
  const file = normalize(join(base, path));
  if (file !== base && !file.startsWith(base + sep)) return undefined;
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return file;
}

function locate(path) {
  if (path === '/' || path === '/index.html' || path === '/lokaal') return fileIn('demo', 'index.html');
  if (path.startsWith('/samen/')) return fileIn('dist', path.slice('/samen/'.length));
  if (path.startsWith('/data/')) return fileIn('data', path.slice('/data/'.length));
  if (path.startsWith('/demo/')) return fileIn('demo', path.slice('/demo/'.length));
  return undefined;
}

/** The demonstration beside a server: `/` lives at that server, `/lokaal` in the browser. */
export function demoPages(backend) {
  const page = readFileSync(join(root, 'demo', 'index.html'), 'utf8').replace(
    'content="local:"',
    `content="${backend}"`,
  );
  return (request, response) => answer(request, response, { '/': page });
}

function answer(request, response, pages) {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-cache');
  const refuse = (status, text) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.');
  let path;
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return refuse(400, 'That address cannot be read.');
  }
  if (path.includes('\0')) return refuse(400, 'That address cannot be read.');
  if (Object.hasOwn(pages, path)) {
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? types['.html'] });
    response.end(request.method === 'HEAD' ? undefined : pages[path]);
    return;
  }
  // The page's own script is built next to the library, so that both share one copy of its parts.
  if (path.startsWith('/demo/') && path.endsWith('.js')) {
    response.writeHead(302, { Location: `/samen${path}` });
    response.end();
    return;
  }
  const file = locate(path);
  if (!file || extname(file) === '.ts') return refuse(404, 'Not found.');
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Serves the demonstration (`/`), the library (`/samen/`) and the data (`/data/`).
 * `pages` adds pages of a test's own: path → HTML. Port 0 takes a free one.
 */
export async function startServer({ host = '127.0.0.1', port = 0, pages = {} } = {}) {
  const server = createServer((request, response) => answer(request, response, pages));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(undefined);
    });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    port: taken,
    url: `http://${name}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
