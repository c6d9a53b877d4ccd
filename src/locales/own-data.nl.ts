/** What one reads under "Mijn gegevens", in every widget. */
export const ownDataNl = {
  ownDataClose: 'Sluiten',

  exportTitle: 'Mijn gegevens bewaren',
  exportText:
    'Je krijgt een bestand (JSON) met alles wat van jou is in deze samenwerking. Ook wat je schreef zonder je naam. Van anderen staat er niets in.',
  exportNow: 'Bestand maken',
  exportDone: 'Het bestand is gemaakt. Kijk bij je downloads.',
  ownDataFailed: 'Het bestand kon niet worden gemaakt. Probeer het later opnieuw.',

  preferencesTitle: 'Bericht en taal',
  mailLabel: 'Bericht per e-mail als er iets op mij wacht',
  mailHint: 'In de e-mail staat nooit wat er is geschreven.',
  mail_atOnce: 'Meteen',
  mail_daily: 'Een keer per dag',
  mail_never: 'Nooit',
  mailLanguageLabel: 'Taal van de e-mail',
  preferencesSave: 'Bewaren',
  preferencesSaved: 'Je keuze is bewaard.',

  leaveTitle: 'De samenwerking verlaten',
  leaveText: 'Je naam gaat dan weg. Dat is niet terug te draaien.',
  leaveStart: 'Samenwerking verlaten …',
  leaveSure: 'Weet je zeker dat je weggaat?',
  leaveGoes: 'Dit gaat weg',
  // A line for each.
  leaveGoesList: [
    'je naam, overal',
    'wat alleen jij kon lezen',
    'je kaart ‘wat samenwerken voor mij betekent’',
    'je antwoorden in de ronde die nu open is',
    'wat je hebt ingepakt en je agenda-abonnement',
  ].join('\n'),
  leaveStays: 'Dit blijft',
  // A line for each.
  leaveStaysList: [
    'ervaringen en antwoorden onder je naam: daar staat dan ‘oud-deelnemer’',
    'ervaringen en antwoorden zonder naam: die blijven zoals ze zijn, en niemand kan ze nog aan jou koppelen',
    'ervaringen onder je functie, ideeën, resultaten en overdrachten: daar blijven je functie en je partij staan',
    'behoeften en reacties: die blijven van je partij',
  ].join('\n'),
  leaveFirst: 'Wil je iets zelf wissen of bewaren? Doe dat eerst. Daarna kun je er niet meer bij.',
  leaveNow: 'Ja, ik verlaat de samenwerking',
  leaveNot: 'Nee, ik blijf',
  leaveLater: 'Er is nu geen verbinding. Je bent niet weggegaan. Probeer het later opnieuw.',
  leaveUnderWay: 'Er komt nog geen antwoord. Het kan zijn dat je al weg bent: kijk zo meteen of je er nog in kunt.',
};
export type OwnDataMessages = typeof ownDataNl;
