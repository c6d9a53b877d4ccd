/**
 * What stands before a home in earnest: files and answers as brotli, files kept by the browser for as long as their
 * name lasts. The same for both sides of a comparison.
 */
import { createServer, request } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html', svg: 'image/svg+xml' };

const plain =
  '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"></head><body></body></html>';

/** `file(path)` gives the bytes of a file or nothing; what begins with `api` goes on to `home`, with `headers`. */
export async function startFront({ file, api, home, headers = {} }) {
  const packed = new Map([['/', { type: 'text/html', bytes: brotliCompressSync(plain, QUALITY) }]]);
  const asFile = (path) => {
    const known = packed.get(path);
    if (known) return known;
    const bytes = file(path);
    if (!bytes) return undefined;
    const type = TYPES[path.split('.').at(-1)] ?? 'application/octet-stream';
    const made = { type, bytes: brotliCompressSync(bytes, QUALITY) };
    packed.set(path, made);
    return made;
  };
  const server = createServer((asked, answer) => {
    const path = asked.url.split('?')[0];
    if (path.startsWith(api)) {
      pass(asked, answer, { home, headers });
      return;
    }
    const found = asFile(path);
    answer.writeHead(found ? 200 : 404, {
      'Content-Type': `${found?.type ?? 'text/plain'}; charset=utf-8`,
      'Content-Encoding': found ? 'br' : 'identity',
      'Cache-Control': path === '/' ? 'no-store' : 'public, max-age=31536000, immutable',
    });
    answer.end(found?.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Whole answers are packed; a stream passes as it comes. */
function pass(asked, answer, { home, headers }) {
  const { 'accept-encoding': _, origin: __, ...rest } = asked.headers;
  const onward = request(
    new URL(asked.url, home),
    { method: asked.method, headers: { ...rest, ...headers } },
    (said) => {
      const { 'content-length': ___, ...kept } = said.headers;
      if (/event-stream/.test(said.headers['content-type'] ?? '')) {
        answer.writeHead(said.statusCode, said.headers);
        said.pipe(answer);
        return;
      }
      const pieces = [];
      said.on('data', (piece) => pieces.push(piece));
      said.on('end', () => {
        answer.writeHead(said.statusCode, { ...kept, 'content-encoding': 'br' });
        answer.end(brotliCompressSync(Buffer.concat(pieces), QUALITY));
      });
    },
  );
  answer.on('close', () => onward.destroy());
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}
