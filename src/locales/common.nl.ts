import type { FrameMessages } from './frame.nl';

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
  keptHere: 'Bewaard op dit apparaat',
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
  refusedYours: 'Jouw tekst',
  refusedCurrent: 'Dit staat er nu',
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

  // Moves that the state refuses
  roundIsOpen: 'Dit kan niet zolang de ronde open is.',
  roundIsClosed: 'De ronde is gesloten. Inchecken kan niet meer.',
  tooSoonAfterLast: 'De vorige ronde is nog maar net gesloten. Kies een latere sluitdatum.',
  closesTooSoon: 'De sluitdatum is te vroeg. Kies een latere datum.',
  roundStillOpen: 'De ronde loopt nog. Sluiten kan pas op de sluitdatum.',
  driverCount: 'Kies drie tot acht drijfveren.',
  noIntention: 'Schrijf eerst de bedoeling en de drijfveren.',
  alreadyMatched: 'Deze behoefte is al gekoppeld.',
  notMatched: 'Deze behoefte is niet gekoppeld.',
  sameKind: 'Koppel een vraag aan een aanbod.',
  ownParty: 'Dit is van je eigen partij. Koppel met een andere partij.',
  notAsker: 'Alleen wie de vraag stelde, kan zeggen dat die vervuld is.',
  alreadyExists: 'Dit bestaat al.',
  keyReused: 'Dit is al eerder verzonden met een andere inhoud. Probeer het opnieuw.',
  askFirst: 'Stel eerst een vraag. Een tip geven kan als de schrijver een vraag heeft beantwoord.',
  authorLessOpen:
    'Je naam of functie stond hier al bij. Die kun je niet meer weghalen. Wis de ervaring en schrijf een nieuwe.',
  tooFewAuthors:
    'Zonder naam delen kan hier niet. Er zijn te weinig mensen die dit geschreven kunnen hebben. Kies meer lezers, of een andere naam.',
  ownExperience: 'Dit is je eigen ervaring. Reageren kunnen alleen anderen.',
  experienceErased: 'De schrijver heeft deze ervaring gewist. Reageren kan niet meer.',
  nothingToFollowUp: 'Bij deze ervaring staat niet wat je gaat doen. Er is dus niets om op terug te komen.',
  notPending: 'Deze ervaring wacht niet meer op goedkeuring.',
  notAPicture: 'Dit is geen foto die we kunnen tonen. Kies een JPEG, PNG of WebP.',

  // What a write was, for the list of what was refused
  doingCreateSpace: 'Samenwerking maken',
  doingChangeSpace: 'Samenwerking aanpassen',
  doingSaveMember: 'Deelnemer opslaan',
  doingRemoveMember: 'Deelnemer weghalen',
  doingSaveIntention: 'Bedoeling opslaan',
  doingOpenRound: 'Ronde openen',
  doingCloseRound: 'Ronde sluiten',
  doingSaveCheckIn: 'Inchecken',
  doingSaveNeed: 'Behoefte opslaan',
  doingEraseNeed: 'Behoefte verwijderen',
  doingMatchNeed: 'Koppelen',
  doingUnmatchNeed: 'Loskoppelen',
  doingFulfilNeed: 'Behoefte vervuld',
  doingSaveMeaning: 'Je kaart opslaan',
  doingEraseMeaning: 'Je kaart verwijderen',
  doingSaveExperience: 'Ervaring delen',
  doingEraseExperience: 'Ervaring wissen',
  doingFollowUpExperience: 'Antwoord op ‘Is dat gelukt?’',
  doingPackExperience: 'Inpakken of uitpakken',
  doingSetReaction: 'Reactie geven',
  doingRemoveReaction: 'Reactie weghalen',
  doingSaveReply: 'Vraag of antwoord plaatsen',
  doingEraseReply: 'Vraag of antwoord wissen',
  doingReportExperience: 'Ervaring melden',
  doingHideExperience: 'Ervaring verbergen',
  doingShowExperience: 'Ervaring weer tonen',
  doingPinExperience: 'Ervaring vastzetten',
  doingUnpinExperience: 'Ervaring losmaken',
  doingApproveExperience: 'Ervaring goedkeuren',
  doingSavePicture: 'Foto verzenden',
  doingOther: 'Een wijziging',
};

/** Every message that all widgets have. */
export type CommonMessages = typeof commonNl & FrameMessages;
