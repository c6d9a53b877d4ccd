import type { FrameMessages } from './frame.nl';

export const frameEn: FrameMessages = {
  loading: 'Loading',
  loadFailed: 'This part could not load.',
  ownData: 'My data',
  brokenText: 'Load the page again. What you typed is kept.',
};
