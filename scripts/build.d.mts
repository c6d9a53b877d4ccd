/** Builds the server into a folder of the project, by default `dist/server`. */
export function buildServer(folder?: string): void;
