import { buildServer } from '../scripts/build.mjs';
buildServer(process.argv[2]);
