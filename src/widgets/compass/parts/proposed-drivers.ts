import type { Language } from '../../../elements/language-of';
import type { DriverWords } from '../../../locales/proposed-drivers.nl';
import { newId } from '../../../model/new-id';
import type { Driver } from '../../../model/types';

/** Drivers for a new space, so that nobody faces a blank rose. If they cannot be fetched, people write their own. */
export async function proposedDrivers(language: Language): Promise<Driver[]> {
  const words = await wordsIn(language).catch(() => []);
  return words.map(([name, icon, explanation, question, goodExample, badExample]) => ({
    id: newId(),
    name,
    icon,
    explanation,
    question,
    goodExample,
    badExample,
  }));
}

async function wordsIn(language: Language): Promise<readonly DriverWords[]> {
  return language === 'en'
    ? (await import('../../../locales/proposed-drivers.en')).proposedDriversEn
    : (await import('../../../locales/proposed-drivers.nl')).proposedDriversNl;
}
