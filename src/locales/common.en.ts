import type { commonNl } from './common.nl';

export const commonEn: typeof commonNl = {
  retry: 'Try again',
  discard: 'Throw away',
  again: 'Again',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  undone: 'Undone.',
  optional: '(optional)',
  sending: 'Being sent',
  charactersLeft: (left) =>
    left >= 0 ? `${left} characters left.` : `${-left} ${left === -1 ? 'character' : 'characters'} too many.`,
  tooLong: (limit) => `Make the text shorter. It holds ${limit} characters.`,
  refusedCharacters: 'Take the invisible characters out of the text. Type the sentence again if you cannot see them.',

  partFailed: 'Not everything could load.',
  typedIsKept: 'What you typed here is kept.',
  supportCode: (code) => `Does this keep happening? Call the service desk and mention code ${code}.`,
  offlineTitle: 'No connection.',
  offlineKnownAt: (when) => `You see what we knew at ${when}. You can keep working.`,
  offlineKnownOn: (when) => `You see what we knew on ${when}. You can keep working.`,
  offlineKnown: 'You see what we knew last. You can keep working.',
  offlineUnknown: 'This part loads as soon as there is a connection.',
  waiting: (count) => (count === 1 ? 'One change is waiting.' : `${count} changes are waiting.`),
  memoryTitle: 'This browser keeps nothing.',
  memoryText: 'What you do here is gone when you close the page. Free some space, or use an ordinary window.',
  readOnlyTitle: 'Read only.',
  readOnlyText: 'You cannot share or change anything on this page.',
  previewText: 'This is how a partner sees this page.',
  sessionTitle: 'You are no longer signed in.',
  sessionText: 'What you typed is kept on this device. Sign in and it comes along.',
  signIn: 'Sign in',
  notMemberTitle: 'You are not a member yet',
  notMemberText: (space) =>
    space
      ? `This belongs to the people who work together in ${space}. You can read the rest of this page.`
      : 'This belongs to the people who work together. You can read the rest of this page.',
  notMemberAsk: 'Would you like to join? Ask the core team.',
  brokenTitle: 'Something went wrong here.',
  awayText:
    'It comes by itself once you have a connection. Does it not? Then load the page again. What you typed is kept.',
  back: 'Back',

  forKeeper: 'For whoever keeps this page:',
  backendNotAnAddress: (address) =>
    `the address at ‘backend’ is wrong. It says ‘${address}’. It must start with ‘https://’, or be ‘local:’.`,
  backendNotHttps: 'the address at ‘backend’ is wrong. It starts with ‘http’, and here it must be ‘https’.',
  backendUnknown: (address) => `we do not know the kind of address at ‘backend’. It says ‘${address}’.`,
  spaceNotAnId: (space) =>
    `the name at ‘space’ is wrong. It says ‘${space}’. Use only lower-case letters, digits and hyphens.`,
  noSpace: (space) => `there is no space called ‘${space}’. Check what is written at ‘space’.`,

  refusedTitle: (count) => (count === 1 ? 'One change did not succeed.' : `${count} changes did not succeed.`),
  refusedKept: 'Your text is kept.',
  copy: 'Copy',
  copied: 'Copied.',
  discarded: 'Thrown away.',

  errorInvalid: 'What you filled in is not quite right yet. Please check it.',
  errorNotSignedIn: 'You are no longer signed in. Sign in and try again.',
  errorForbidden: 'You may not do this here. Ask the core team.',
  errorNotFound: 'This is no longer there, or it is not for you.',
  errorConflict: 'This is not possible now, because something changed in the meantime.',
  errorStale: 'Somebody else has just changed this. Look at what is there now.',
  errorVersionRequired: 'Load the page again and try once more.',
  errorBusy: 'The server gave no answer.',
  errorNetwork: 'There is no connection.',
  errorStorage: 'Your browser cannot keep this. Free some space, or use an ordinary window.',
  errorMisconfigured: 'This page is not set up well. Ask whoever keeps it.',
};
