import buildingIcon from '../../ui/icons/building';
import checkIcon from '../../ui/icons/check';
import globeIcon from '../../ui/icons/globe';
import graduationIcon from '../../ui/icons/graduation-cap';
import helpIcon from '../../ui/icons/hand-helping';
import lightbulbIcon from '../../ui/icons/lightbulb';
import moreIcon from '../../ui/icons/ellipsis';
import plusIcon from '../../ui/icons/plus';
import questionIcon from '../../ui/icons/circle-question-mark';
import searchIcon from '../../ui/icons/search';
import askIcon from '../../ui/icons/message-circle-question-mark';
import sparklesIcon from '../../ui/icons/sparkles';
import usersIcon from '../../ui/icons/users-round';
import hiddenIcon from '../../ui/icons/eye-off';

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
