/* The scripts are plain modules; this is what the page tests use of them. */

declare module '*/scripts/serve.mjs' {
  export interface Server {
    port: number;
    url: string;
    close: () => Promise<void>;
  }
  export const contentSecurityPolicy: string;
  export function startServer(options?: {
    host?: string;
    port?: number;
    pages?: Record<string, string>;
  }): Promise<Server>;
}

declare module '*/scripts/browsers.mjs' {
  export const chromiumFlags: string[];
  export function findBrowsers(): Record<'chromium', { file: string | undefined }>;
}

declare module '*/scripts/demonstration.mjs' {
  export function startDemonstration(
    environment: Record<string, string | undefined>,
    options?: { now?: () => Date },
  ): Promise<{ url: string; close: () => Promise<void> }>;
}
