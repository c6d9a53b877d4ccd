/** Whether a cookie of the backend comes from elsewhere than the page does. */
export function isElsewhere(address: string, page: string | undefined = globalThis.location?.href): boolean {
  return page !== undefined && new URL(address).origin !== new URL(page).origin;
}
