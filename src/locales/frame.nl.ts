/** What the frame of a widget says before anything went wrong or was typed: the only words of it in the first bytes. */
export const frameNl = {
  loading: 'Bezig met laden',
  loadFailed: 'Dit onderdeel kon niet laden.',
  ownData: 'Mijn gegevens',
};

export type FrameMessages = typeof frameNl;
