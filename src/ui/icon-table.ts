import { FIRST_ICONS } from './first-icons';
import alertIcon from './icons/circle-alert';
import arrowDownIcon from './icons/arrow-down';
import arrowLeftIcon from './icons/arrow-left';
import arrowRightIcon from './icons/arrow-right';
import arrowUpIcon from './icons/arrow-up';
import askIcon from './icons/message-circle-question-mark';
import buildingIcon from './icons/building';
import calendarIcon from './icons/calendar';
import checkCircleIcon from './icons/circle-check';
import checkIcon from './icons/check';
import copyIcon from './icons/copy';
import downloadIcon from './icons/download';
import eyeIcon from './icons/eye';
import eyeOffIcon from './icons/eye-off';
import filterIcon from './icons/sliders-horizontal';
import flagIcon from './icons/flag';
import footprintsIcon from './icons/footprints';
import frownIcon from './icons/face-slightly-frowning';
import globeIcon from './icons/globe';
import graduationIcon from './icons/graduation-cap';
import handHelpingIcon from './icons/hand-helping';
import heartIcon from './icons/heart';
import imageIcon from './icons/image';
import infoIcon from './icons/info';
import keyIcon from './icons/key-round';
import lightbulbIcon from './icons/lightbulb';
import linkIcon from './icons/link';
import lockIcon from './icons/lock';
import mehIcon from './icons/face-neutral';
import moreIcon from './icons/ellipsis';
import pencilIcon from './icons/pencil';
import pinIcon from './icons/pin';
import pinOffIcon from './icons/pin-off';
import plusIcon from './icons/plus';
import questionIcon from './icons/circle-question-mark';
import refreshIcon from './icons/rotate-cw';
import searchIcon from './icons/search';
import sendIcon from './icons/send';
import smileIcon from './icons/face-slightly-smiling';
import sparklesIcon from './icons/sparkles';
import trashIcon from './icons/trash';
import undoIcon from './icons/undo-2';
import usersIcon from './icons/users-round';
import warningIcon from './icons/triangle-alert';
import wifiOffIcon from './icons/wifi-off';
import wrenchIcon from './icons/wrench';
import xIcon from './icons/x';

/** Every icon by name. Fetched when one is drawn that nobody brought along; a first view has `FIRST_ICONS`. */
export const ICONS = {
  ...FIRST_ICONS,
  alert: alertIcon,
  'arrow-down': arrowDownIcon,
  'arrow-left': arrowLeftIcon,
  'arrow-right': arrowRightIcon,
  'arrow-up': arrowUpIcon,
  ask: askIcon,
  building: buildingIcon,
  calendar: calendarIcon,
  'check-circle': checkCircleIcon,
  check: checkIcon,
  copy: copyIcon,
  download: downloadIcon,
  'eye-off': eyeOffIcon,
  eye: eyeIcon,
  filter: filterIcon,
  flag: flagIcon,
  footprints: footprintsIcon,
  frown: frownIcon,
  globe: globeIcon,
  graduation: graduationIcon,
  'hand-helping': handHelpingIcon,
  heart: heartIcon,
  image: imageIcon,
  info: infoIcon,
  key: keyIcon,
  lightbulb: lightbulbIcon,
  link: linkIcon,
  lock: lockIcon,
  meh: mehIcon,
  more: moreIcon,
  pencil: pencilIcon,
  /** The name a driver carries in the model; `users` is the same drawing. */
  people: usersIcon,
  'pin-off': pinOffIcon,
  pin: pinIcon,
  plus: plusIcon,
  question: questionIcon,
  refresh: refreshIcon,
  search: searchIcon,
  send: sendIcon,
  smile: smileIcon,
  sparkles: sparklesIcon,
  trash: trashIcon,
  undo: undoIcon,
  users: usersIcon,
  warning: warningIcon,
  'wifi-off': wifiOffIcon,
  wrench: wrenchIcon,
  x: xIcon,
};
