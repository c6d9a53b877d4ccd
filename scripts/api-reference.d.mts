/** The API for people to read, in Markdown, from its description. */
export function apiReference(api: object): string;
