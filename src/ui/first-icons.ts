import { backpack } from './icons/backpack';
import { volleyball } from './icons/volleyball';
import { bike } from './icons/bike';
import { clock } from './icons/clock';
import { compass } from './icons/compass';
import { messagesSquare } from './icons/messages-square';
import { house } from './icons/house';

/**
 * The icons of a first view: those of the drivers that a space starts with, and those beside the first
 * buttons. Another that a driver carries comes late, in the place that is kept for it.
 */
export const FIRST_ICONS = {
  backpack,
  ball: volleyball,
  bicycle: bike,
  clock,
  compass,
  conversation: messagesSquare,
  house,
};
