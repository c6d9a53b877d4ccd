/** What the feed of the backpack says, in Dutch (B1). The English next to it has the same keys, or does not compile. */
export const backpackNl = {
  backpack: 'Rugzak met ervaringen',
  subtitle: 'Korte verhalen van wat werkte, wat we leerden en wat we nog niet weten.',
  success: 'Gelukt',
  lesson: 'Geleerd',
  question: 'Vraag',
};

export type BackpackMessages = typeof backpackNl;
