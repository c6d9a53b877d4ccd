import type { OwnDataMessages } from './own-data.nl';

export const ownDataEn: OwnDataMessages = {
  ownDataClose: 'Close',

  exportTitle: 'Keep my data',
  exportText:
    'You get a file (JSON) with everything that is yours in this space. Also what you wrote without your name. There is nothing of others in it.',
  exportNow: 'Make the file',
  exportDone: 'The file is made. Look among your downloads.',
  ownDataFailed: 'The file could not be made. Try again later.',

  preferencesTitle: 'Messages and language',
  mailLabel: 'E-mail me when something waits for me',
  mailHint: 'The e-mail never holds what was written.',
  mail_atOnce: 'At once',
  mail_daily: 'Once a day',
  mail_never: 'Never',
  mailLanguageLabel: 'Language of the e-mail',
  preferencesSave: 'Save',
  preferencesSaved: 'Your choice is saved.',

  leaveTitle: 'Leave the space',
  leaveText: 'Your name goes with you. That cannot be undone.',
  leaveStart: 'Leave the space …',
  leaveSure: 'Are you sure you want to leave?',
  leaveGoes: 'This goes',
  // A line for each.
  leaveGoesList: [
    'your name, everywhere',
    'what only you could read',
    'your card “what working together means to me”',
    'your answers in the round that is open now',
    'what you packed, and your calendar subscription',
  ].join('\n'),
  leaveStays: 'This stays',
  // A line for each.
  leaveStaysList: [
    'experiences and replies under your name: there it says “former member”',
    'experiences and replies without a name: these stay as they are, and nobody can tie them to you any more',
    'experiences under your job title, ideas, results and handovers: there your job title and party stay',
    'needs and reactions: these stay your party’s',
  ].join('\n'),
  leaveFirst: 'Do you want to erase or keep something yourself? Do so first. Afterwards you cannot reach it.',
  leaveNow: 'Yes, I leave the space',
  leaveNot: 'No, I stay',
  leaveLater: 'There is no connection now. You have not left. Try again later.',
  leaveUnderWay: 'There is no answer yet. You may have left already: look in a moment whether you can still get in.',
};
