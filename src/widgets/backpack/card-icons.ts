import { building } from '../../ui/icons/building';
import { check } from '../../ui/icons/check';
import { globe } from '../../ui/icons/globe';
import { graduationCap } from '../../ui/icons/graduation-cap';
import { handHelping } from '../../ui/icons/hand-helping';
import { lightbulb } from '../../ui/icons/lightbulb';
import { ellipsis } from '../../ui/icons/ellipsis';
import { plus } from '../../ui/icons/plus';
import { circleQuestionMark } from '../../ui/icons/circle-question-mark';
import { search } from '../../ui/icons/search';
import { messageCircleQuestionMark } from '../../ui/icons/message-circle-question-mark';
import { sparkles } from '../../ui/icons/sparkles';
import { usersRound } from '../../ui/icons/users-round';
import { eyeOff } from '../../ui/icons/eye-off';

/** What stands on nearly every card: it comes along, and is there in the first drawing. */
export const CARD_ICONS = {
  ask: messageCircleQuestionMark,
  building,
  check,
  'eye-off': eyeOff,
  globe,
  graduation: graduationCap,
  'hand-helping': handHelping,
  lightbulb,
  more: ellipsis,
  plus,
  question: circleQuestionMark,
  search,
  sparkles,
  users: usersRound,
};
