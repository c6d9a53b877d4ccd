/** What comes within so many milliseconds comes without the shape of what is coming: that would only flicker. */
export const SOON_MS = 500;
