import type { FrameMessages } from './frame.nl';

export const frameEn: FrameMessages = {
  loading: 'Loading',
  loadFailed: 'This part could not load.',
  ownData: 'My data',
};
