import type { FrameMessages } from './frame.nl';
import type { reasonsNl } from './reasons.nl';

/**
 * What every widget says in forms and states, in Dutch (B1); fetched with what says it. The English next to it has the
 * same keys, or does not compile.
 */
export const commonNl = {
  retry: 'Opnieuw proberen',
  discard: 'Weggooien',
  again: 'Opnieuw',
  save: 'Opslaan',
  cancel: 'Annuleren',
  close: 'Sluiten',
  undo: 'Ongedaan maken',
  undone: 'Ongedaan gemaakt.',
  optional: '(optioneel)',
  sending: 'Wordt verzonden',
  charactersLeft: (left: number) =>
    left >= 0 ? `Nog ${left} tekens.` : `${-left} ${left === -1 ? 'teken' : 'tekens'} te veel.`,
  tooLong: (limit: string) => `Maak de tekst korter. Er passen ${limit} tekens in.`,
  refusedCharacters: 'Haal de onzichtbare tekens uit de tekst. Typ de zin opnieuw als je ze niet ziet.',

  // States
  partFailed: 'Niet alles kon laden.',
  typedIsKept: 'Wat je hier typte, is bewaard.',
  supportCode: (code: string) => `Blijft dit gebeuren? Bel de servicedesk en noem code ${code}.`,
  offlineTitle: 'Geen verbinding.',
  offlineKnownAt: (when: string) => `Je ziet wat we om ${when} uur wisten. Je kunt verder werken.`,
  offlineKnownOn: (when: string) => `Je ziet wat we op ${when} wisten. Je kunt verder werken.`,
  offlineKnown: 'Je ziet wat we het laatst wisten. Je kunt verder werken.',
  offlineUnknown: 'Zodra er verbinding is, laden we dit onderdeel.',
  waiting: (count: number) => (count === 1 ? 'Eén wijziging wacht.' : `${count} wijzigingen wachten.`),
  memoryTitle: 'Deze browser bewaart niets.',
  memoryText: 'Wat je hier doet, is weg als je de pagina sluit. Maak ruimte vrij, of gebruik een gewoon venster.',
  readOnlyTitle: 'Alleen lezen.',
  readOnlyText: 'Op deze pagina kun je niets delen of veranderen.',
  previewText: 'Zo ziet een partner deze pagina.',
  sessionTitle: 'Je bent niet meer ingelogd.',
  sessionText: 'Wat je typte, is bewaard op dit apparaat. Log in, dan gaat het mee.',
  signIn: 'Inloggen',
  notMemberTitle: 'Je bent nog geen deelnemer',
  notMemberText: (space?: string) =>
    space
      ? `Dit is van de mensen die samenwerken in ${space}. De rest van deze pagina kun je gewoon lezen.`
      : 'Dit is van de mensen die samenwerken. De rest van deze pagina kun je gewoon lezen.',
  notMemberAsk: 'Wil je meedoen? Vraag het aan het kernteam.',
  brokenTitle: 'Hier ging iets mis.',
  brokenText: 'Laad de pagina opnieuw. Wat je typte, is bewaard.',
  awayOffline: 'Er is geen verbinding. Zodra die er is, komt het vanzelf.',
  awayOnline: 'Probeer het opnieuw. Lukt dat niet? Laad dan de pagina opnieuw.',
  awayByItself: 'Het lukt nog niet. We blijven het proberen.',
  awayAgain: 'Het lukte weer niet. Laad de pagina opnieuw.',
  back: 'Terug',

  // For whoever keeps the page
  forKeeper: 'Voor de beheerder van deze pagina:',
  backendNotAnAddress: (address: string) =>
    `het adres bij ‘backend’ klopt niet. Er staat ‘${address}’. Het moet beginnen met ‘https://’, of het is ‘local:’.`,
  backendNotHttps: 'het adres bij ‘backend’ klopt niet. Het begint met ‘http’, en hier moet het ‘https’ zijn.',
  backendUnknown: (address: string) => `we kennen het soort adres bij ‘backend’ niet. Er staat ‘${address}’.`,
  spaceNotAnId: (space: string) =>
    `de naam bij ‘space’ klopt niet. Er staat ‘${space}’. Gebruik alleen kleine letters, cijfers en streepjes.`,
  noSpace: (space: string) => `er is geen samenwerking met de naam ‘${space}’. Kijk na wat er bij ‘space’ staat.`,

  // Refused writes
  refusedTitle: (count: number) =>
    count === 1 ? 'Eén wijziging is niet gelukt.' : `${count} wijzigingen zijn niet gelukt.`,
  refusedKept: 'Je tekst is bewaard.',
  copy: 'Kopiëren',
  copied: 'Gekopieerd.',
  discarded: 'Weggegooid.',

  // Errors by kind
  errorInvalid: 'Wat je invulde, klopt nog niet helemaal. Kijk het na.',
  errorNotSignedIn: 'Je bent niet meer ingelogd. Log in en probeer het opnieuw.',
  errorForbidden: 'Dit mag je hier niet doen. Vraag het aan het kernteam.',
  errorNotFound: 'Dit bestaat niet meer, of het is niet voor jou.',
  errorConflict: 'Dit kan nu niet, want er is intussen iets veranderd.',
  errorStale: 'Iemand anders heeft dit net veranderd. Kijk wat er nu staat.',
  errorVersionRequired: 'Laad de pagina opnieuw en probeer het nog een keer.',
  errorBusy: 'De server gaf geen antwoord.',
  errorNetwork: 'Er is geen verbinding.',
  errorStorage: 'Je browser kan dit niet bewaren. Maak ruimte vrij, of gebruik een gewoon venster.',
  errorMisconfigured: 'Deze pagina is niet goed ingesteld. Vraag het aan de beheerder.',
};

/** Every message that all widgets have. */
export type CommonMessages = typeof commonNl & typeof reasonsNl & FrameMessages;
