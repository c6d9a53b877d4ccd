import type { BackpackMessages } from './backpack.nl';

export const backpackEn: BackpackMessages = {
  backpack: 'Backpack of experiences',
  subtitle: 'Short stories of what worked, what we learned and what we do not know yet.',
  success: 'Worked',
  lesson: 'Learned',
  question: 'Question',
};
