import type { ExperienceKind, FollowUp, Reaction } from '../model/experience-types';
import type { AudienceChoice } from '../model/types';

/** What the feed of the backpack says before anything is done, in Dutch (B1): it comes with the first posts. The rest is beside it. */
export const backpackFirstNl = {
  backpackTitle: 'Rugzak met ervaringen',
  newestFirst: 'Het nieuwste bovenaan',
  share: 'Ervaring delen',
  experiences: 'Ervaringen',

  // A card
  kind: (kind: ExperienceKind): string => ({ success: 'Gelukt', lesson: 'Geleerd', question: 'Vraag' })[kind],
  pinned: 'Vastgezet',
  more: (title: string) => `Meer bij ${title}`,
  former: 'Oud-deelnemer',
  anonymous: 'Anoniem',
  you: '(jij)',
  daysAgo: (days: number) => (days <= 0 ? 'vandaag' : days === 1 ? 'gisteren' : `${days} dagen geleden`),
  audience: (choice: AudienceChoice, party: string) =>
    ({ me: 'Alleen jij', party: `Alleen ${party}`, internal: 'Alle afdelingen', everyone: 'Afdelingen en partners' })[
      choice
    ],
  what: 'Wat',
  so: 'Dus',
  now: 'Nu',
  followUp: (answer: FollowUp): string => ({ yes: 'Gedaan', busy: 'Nog bezig', no: 'Niet gelukt' })[answer],
  asksYou: 'Vraag aan jullie:',
  reaction: (reaction: Reaction): string =>
    ({ recognise: 'Herkenbaar', help: 'Ik help mee', learn: 'Hier leer ik van' })[reaction],
  helpers: (names: string) => `Deze mensen willen meehelpen: ${names}.`,
  pack: 'Inpakken',
  packed: 'Ingepakt',
  askQuestion: 'Stel een vraag',
  questions: (count: number): string => (count === 1 ? 'vraag' : 'vragen'),
  answers: (count: number): string => (count === 1 ? 'reactie' : 'reacties'),
  wasErased: 'Deze ervaring is gewist door de schrijver.',
  isHidden: 'Verborgen door het kernteam.',
  isHiddenWhy: (reason: string) => `Reden: ${reason}`,
  isPending: 'Wacht op het kernteam.',
  isPendingText: 'Anderen zien dit als het kernteam het goedkeurt.',
  isWaiting: 'Nog niet te zien voor anderen.',
  isWaitingText: 'Om 7.00 uur komt dit erbij, samen met andere berichten.',

  // The feed
  older: 'Oudere ervaringen tonen',
  filters: 'Filters',
  filtersOn: (count: number) => (count === 0 ? 'Filters' : `Filters, ${count} aan`),
  search: 'Zoek in ervaringen',
  byKind: 'Soort',
  byDriver: 'Drijfveer',
  byParty: 'Partij',
  allParties: 'Alle partijen',
  myBackpack: 'Mijn rugzak',
  moderation: 'Meldingen en goedkeuren',
};
