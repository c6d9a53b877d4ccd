/**
 * What stands in a report as CSV, in the languages it comes in. Here and not with the other texts, for a server writes it as
 * well.
 */
import type { ExperienceKind } from './experience-types';
import type { ResultStatus } from './result-types';
import type { Answer, Hidden } from './types';

export interface CsvWords {
  period: readonly [title: string, ...header: string[]];
  results: readonly [title: string, ...header: string[]];
  measurements: readonly [title: string, ...header: string[]];
  figures: readonly [title: string, ...header: string[]];
  trend: readonly [title: string, first: string];
  moves: readonly [title: string, ...header: string[]];
  between: readonly [title: string, ...header: string[]];
  unheld: readonly [title: string, ...header: string[]];
  rounds: readonly [title: string, ...header: string[]];
  sentences: readonly [title: string, ...header: string[]];
  kinds: readonly [title: string, ...header: string[]];
  chosen: readonly [title: string, ...header: string[]];
  stillNeeded: readonly [title: string, ...header: string[]];
  /** In the order of the model: taken, offered, accepted, returned, released, finished. */
  move: readonly string[];
  figure: { results: string; experiences: string; handovers: string; driver: (name: string) => string };
  status: Record<ResultStatus, string>;
  kind: Record<ExperienceKind, string>;
  hidden: Record<Hidden, string>;
  mostly: Record<Answer, string>;
  everybody: string;
  otherPartners: string;
}

const nl: CsvWords = {
  period: ['Tussenbericht', 'Van', 'Tot en met'],
  results: [
    ...(['Resultaten', 'Titel', 'Wat is er anders', 'Voor wie', 'Stand', 'Gepubliceerd op', 'Nog nodig'] as const),
    ...['Drijfveren', 'Partijen', 'Wat gemeten', 'Eenheid', 'Begin', 'Doel', 'Laatste waarde', 'Gemeten op', 'Bron'],
  ],
  measurements: ['Metingen', 'Resultaat', 'Dag', 'Waarde', 'Uitleg'],
  figures: ['Cijfers', 'Cijfer', 'Waarde', 'Nieuw in 30 dagen', 'Vorige ronde'],
  trend: ['Verloop (het laatste is nu)', 'Cijfer'],
  moves: ['De bal', 'Wat', 'Aantal'],
  between: ['Van wie naar wie', 'Van', 'Naar', 'Aantal'],
  unheld: ['Niemand heeft de bal', 'Agendapunt'],
  rounds: [
    ...(['Rondes', 'Ronde', 'Gesloten op', 'Groep', 'Antwoorden', 'Drijfveer', 'Goed', 'Kan beter'] as const),
    ...['Gaat niet', 'Toelichting'],
  ],
  sentences: ['Zinnen uit de rondes', 'Ronde', 'Drijfveer', 'Zin'],
  kinds: ['Ervaringen gedeeld', 'Soort', 'Aantal'],
  chosen: ['Gekozen ervaringen', 'Titel', 'Citaat', 'Functie', 'Partij', 'Waarom deze'],
  stillNeeded: ['Wat is nog nodig', 'Resultaat', 'Wat'],
  move: ['Opgepakt', 'Aangeboden', 'Aangenomen', 'Teruggegeven', 'Losgelaten', 'Klaar'],
  figure: {
    results: 'Resultaten',
    experiences: 'Ervaringen gedeeld',
    handovers: 'De bal ging over',
    driver: (name) => `‘Goed’ bij ${name} (procent)`,
  },
  status: { firstSign: 'Eerste teken', interim: 'Tussenstand', reached: 'Bereikt', stopped: 'Gestopt, dit leerden we' },
  kind: { success: 'Gelukt', lesson: 'Geleerd', question: 'Vraag' },
  hidden: {
    tooFew: 'Te weinig antwoorden om te tonen',
    protectsOthers: 'Verborgen, zodat niemand anderen kan uitrekenen',
  },
  mostly: { good: 'De meesten: goed', couldBeBetter: 'De meesten: kan beter', notWorking: 'De meesten: gaat niet' },
  everybody: 'Iedereen samen',
  otherPartners: 'Andere partners samen',
};

const en: CsvWords = {
  period: ['Interim report', 'From', 'Up to and including'],
  results: [
    ...(['Results', 'Title', 'What is different', 'For whom', 'Status', 'Published on', 'Still needed'] as const),
    ...['Drivers', 'Parties', 'What is measured', 'Unit', 'Start', 'Goal', 'Last value', 'Measured on', 'Source'],
  ],
  measurements: ['Measurements', 'Result', 'Day', 'Value', 'Explanation'],
  figures: ['Figures', 'Figure', 'Value', 'New in 30 days', 'Round before'],
  trend: ['Trend (the last is now)', 'Figure'],
  moves: ['The ball', 'What', 'Number'],
  between: ['From whom to whom', 'From', 'To', 'Number'],
  unheld: ['Nobody has the ball', 'Agenda item'],
  rounds: [
    ...(['Rounds', 'Round', 'Closed on', 'Group', 'Answers', 'Driver', 'Good', 'Could be better'] as const),
    ...['Not working', 'Explanation'],
  ],
  sentences: ['Sentences of the rounds', 'Round', 'Driver', 'Sentence'],
  kinds: ['Experiences shared', 'Kind', 'Number'],
  chosen: ['Chosen experiences', 'Title', 'Quote', 'Job title', 'Party', 'Why this one'],
  stillNeeded: ['What is still needed', 'Result', 'What'],
  move: ['Taken up', 'Offered', 'Accepted', 'Returned', 'Let go', 'Done'],
  figure: {
    results: 'Results',
    experiences: 'Experiences shared',
    handovers: 'The ball went over',
    driver: (name) => `‘Good’ at ${name} (per cent)`,
  },
  status: { firstSign: 'First sign', interim: 'Interim', reached: 'Reached', stopped: 'Stopped, this we learned' },
  kind: { success: 'It worked', lesson: 'Learned', question: 'Question' },
  hidden: { tooFew: 'Too few answers to show', protectsOthers: 'Hidden, so that nobody can work out others' },
  mostly: { good: 'Most: good', couldBeBetter: 'Most: could be better', notWorking: 'Most: not working' },
  everybody: 'Everybody together',
  otherPartners: 'Other partners together',
};

export const CSV_WORDS = { nl, en };
