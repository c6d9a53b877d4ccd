/** The two homes of a thousand posts, each with its own server on one PostgreSQL, and a front before it. */
import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startFront } from './front.mjs';
import { peerFile } from './peers/peers.mjs';
import { commentOf, experienceOf } from './posts.mjs';
import { root } from '../scripts/setup.mjs';

export const SPACE = 'sociaal-domein';
export const READER = 'afd-toegang-3';
/** The page of a comment, to Waline. */
export const TOPIC = '/rugzak';

const AVATAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';

/** A child that says where it listens. */
async function started(file, args, env) {
  const child = fork(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { url } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${String(file)} ended (${String(code)}) before it listened`)));
  });
  const over = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    close: async () => {
      child.kill('SIGTERM');
      await over;
    },
  };
}

/** Files below one folder. */
function filesOf(folder) {
  return (path) => {
    const file = normalize(join(folder, path));
    return file.startsWith(folder + sep) && existsSync(file) ? readFileSync(file) : undefined;
  };
}

/** Our server, as it is built. */
export const startServerOf = (postgres, serverFolder) =>
  started(new URL('./serve.mjs', import.meta.url), [serverFolder], {
    ...{ SAMEN_DATABASE: postgres.url, SAMEN_DATABASE_OWNER: postgres.ownerUrl, SAMEN_LISTEN: '127.0.0.1:0' },
    ...{ SAMEN_LOG: 'warn', SAMEN_AUTH: 'demo' },
  });

/**
 * Ours: the server as it is built, and these posts in the backpack of Lindeveld; `isWhole` with the rest of its
 * demonstration, otherwise with its space alone.
 */
export async function startOurs(postgres, serverFolder, { posts, today, isWhole = false }) {
  const server = await startServerOf(postgres, serverFolder);
  const { fillSpace } = await import(pathToFileURL(join(serverFolder, 'index.js')).href);
  const { demoRows } = await import(pathToFileURL(join(serverFolder, 'demo-data.js')).href);
  const file = JSON.parse(readFileSync(join(root, 'data', 'lindeveld.json'), 'utf8'));
  const kinds = ['space', 'member', 'intention'];
  const frame = [...demoRows(file, today)].filter(([key]) => isWhole || kinds.includes(key.split('/')[0]));
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
  await fillSpace(owner, SPACE, new Map([...frame, ...posts.map(experienceOf)]));
  await owner.query('analyze');
  await owner.end();
  const dist = filesOf(join(root, 'dist'));
  const front = await startFront({
    file: (path) => (path.startsWith('/samen/') ? dist(path.slice('/samen/'.length)) : undefined),
    ...{ api: '/v1/', home: server.url, headers: { 'samen-demo-person': READER } },
  });
  return { url: front.url, close: () => front.close().then(server.close) };
}

/** The columns that Waline's server reads and writes. */
const WALINE_TABLES = `
  create table wl_comment (id serial primary key, user_id integer, comment text, insertedat timestamp, ip text,
    link text, mail text, nick text, pid integer, rid integer, sticky numeric, status text not null default 'approved',
    "like" integer, ua text, url text, createdat timestamp default now(), updatedat timestamp default now());
  create index on wl_comment (url);
  create table wl_counter (id serial primary key, time integer, url text not null);
  create table wl_users (id serial primary key, display_name text, email text, password text, type text, label text,
    url text, avatar text, github text, twitter text, facebook text, google text, weibo text, qq text, "2fa" text)`;

/** Theirs, with all it can do without: no address looked up, no formulas, no picture of somebody elsewhere. */
export async function startWaline(postgres, posts) {
  const address = new URL(postgres.ownerUrl);
  const owner = new pg.Pool({ connectionString: address.href, max: 1 });
  await owner.query('create database waline');
  await owner.end();
  address.pathname = '/waline';
  const filling = new pg.Pool({ connectionString: address.href, max: 1 });
  await filling.query(WALINE_TABLES);
  const comments = posts.map(commentOf);
  await filling.query(
    `insert into wl_comment (comment, nick, insertedat, url, ip, ua, mail, link, "like")
      select unnest($1::text[]), unnest($2::text[]), unnest($3::timestamp[]), $4, '', '', '', '', 0`,
    [...['text', 'nick', 'insertedAt'].map((field) => comments.map((comment) => comment[field])), TOPIC],
  );
  await filling.query('analyze');
  await filling.end();
  const server = await started(peerFile('waline.cjs'), [], {
    ...{ POSTGRES_DATABASE: 'waline', POSTGRES_HOST: address.hostname, POSTGRES_PORT: address.port },
    ...{ POSTGRES_USER: address.username, POSTGRES_PASSWORD: 'bench', MARKDOWN_TEX: 'false' },
    ...{ DISABLE_REGION: 'true', DISABLE_USERAGENT: 'true', GRAVATAR_STR: '/waline/avatar.svg' },
  });
  const dist = filesOf(peerFile('node_modules/@waline/client/dist'));
  const front = await startFront({
    file: (path) => {
      if (path === '/waline/avatar.svg') return AVATAR;
      return path.startsWith('/waline/') ? dist(path.slice('/waline/'.length)) : undefined;
    },
    ...{ api: '/api/', home: server.url },
  });
  return { url: front.url, close: () => front.close().then(server.close) };
}
