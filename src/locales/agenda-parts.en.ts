import type { AgendaPartsMessages } from './agenda-parts.nl';
import { agendaPartsNl } from './agenda-parts.nl';
export const agendaPartsEn: AgendaPartsMessages = agendaPartsNl;
