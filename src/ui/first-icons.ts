import backpackIcon from 'lucide/dist/esm/icons/backpack.mjs';
import ballIcon from 'lucide/dist/esm/icons/volleyball.mjs';
import bicycleIcon from 'lucide/dist/esm/icons/bike.mjs';
import clockIcon from 'lucide/dist/esm/icons/clock.mjs';
import compassIcon from 'lucide/dist/esm/icons/compass.mjs';
import conversationIcon from 'lucide/dist/esm/icons/messages-square.mjs';
import handshakeIcon from 'lucide/dist/esm/icons/handshake.mjs';
import houseIcon from 'lucide/dist/esm/icons/house.mjs';

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
