import backpackIcon from './icons/backpack';
import ballIcon from './icons/volleyball';
import bicycleIcon from './icons/bike';
import clockIcon from './icons/clock';
import compassIcon from './icons/compass';
import conversationIcon from './icons/messages-square';
import handshakeIcon from './icons/handshake';
import houseIcon from './icons/house';

/**
 * The icons of a first view: those of the drivers that a space starts with, and those beside the first
 * buttons. Another that a driver carries comes late, in the place that is kept for it.
 */
export const FIRST_ICONS = {
  backpack: backpackIcon,
  ball: ballIcon,
  bicycle: bicycleIcon,
  clock: clockIcon,
  compass: compassIcon,
  conversation: conversationIcon,
  handshake: handshakeIcon,
  house: houseIcon,
};
