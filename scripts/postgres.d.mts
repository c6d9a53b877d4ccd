/** The folder with PostgreSQL's programs, the newest there is; undefined when there is none. */
export function findPostgres(): string | undefined;
