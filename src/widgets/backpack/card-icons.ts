import buildingIcon from 'lucide/dist/esm/icons/building.mjs';
import checkIcon from 'lucide/dist/esm/icons/check.mjs';
import globeIcon from 'lucide/dist/esm/icons/globe.mjs';
import graduationIcon from 'lucide/dist/esm/icons/graduation-cap.mjs';
import helpIcon from 'lucide/dist/esm/icons/hand-helping.mjs';
import lightbulbIcon from 'lucide/dist/esm/icons/lightbulb.mjs';
import moreIcon from 'lucide/dist/esm/icons/ellipsis.mjs';
import plusIcon from 'lucide/dist/esm/icons/plus.mjs';
import questionIcon from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import searchIcon from 'lucide/dist/esm/icons/search.mjs';
import askIcon from 'lucide/dist/esm/icons/message-circle-question-mark.mjs';
import sparklesIcon from 'lucide/dist/esm/icons/sparkles.mjs';
import usersIcon from 'lucide/dist/esm/icons/users-round.mjs';
import hiddenIcon from 'lucide/dist/esm/icons/eye-off.mjs';

/** What stands on nearly every card: it comes along, and is there in the first drawing. */
export const CARD_ICONS = {
  ask: askIcon,
  building: buildingIcon,
  check: checkIcon,
  'eye-off': hiddenIcon,
  globe: globeIcon,
  graduation: graduationIcon,
  'hand-helping': helpIcon,
  lightbulb: lightbulbIcon,
  more: moreIcon,
  plus: plusIcon,
  question: questionIcon,
  search: searchIcon,
  sparkles: sparklesIcon,
  users: usersIcon,
};
