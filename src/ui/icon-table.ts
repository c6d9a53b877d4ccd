import { FIRST_ICONS } from './first-icons';
import alertIcon from 'lucide/dist/esm/icons/circle-alert.mjs';
import arrowDownIcon from 'lucide/dist/esm/icons/arrow-down.mjs';
import arrowLeftIcon from 'lucide/dist/esm/icons/arrow-left.mjs';
import arrowRightIcon from 'lucide/dist/esm/icons/arrow-right.mjs';
import arrowUpIcon from 'lucide/dist/esm/icons/arrow-up.mjs';
import askIcon from 'lucide/dist/esm/icons/message-circle-question-mark.mjs';
import buildingIcon from 'lucide/dist/esm/icons/building.mjs';
import calendarIcon from 'lucide/dist/esm/icons/calendar.mjs';
import checkCircleIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import checkIcon from 'lucide/dist/esm/icons/check.mjs';
import copyIcon from 'lucide/dist/esm/icons/copy.mjs';
import downloadIcon from 'lucide/dist/esm/icons/download.mjs';
import eyeIcon from 'lucide/dist/esm/icons/eye.mjs';
import eyeOffIcon from 'lucide/dist/esm/icons/eye-off.mjs';
import filterIcon from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import flagIcon from 'lucide/dist/esm/icons/flag.mjs';
import footprintsIcon from 'lucide/dist/esm/icons/footprints.mjs';
import frownIcon from 'lucide/dist/esm/icons/face-slightly-frowning.mjs';
import globeIcon from 'lucide/dist/esm/icons/globe.mjs';
import graduationIcon from 'lucide/dist/esm/icons/graduation-cap.mjs';
import handHelpingIcon from 'lucide/dist/esm/icons/hand-helping.mjs';
import heartIcon from 'lucide/dist/esm/icons/heart.mjs';
import imageIcon from 'lucide/dist/esm/icons/image.mjs';
import infoIcon from 'lucide/dist/esm/icons/info.mjs';
import keyIcon from 'lucide/dist/esm/icons/key-round.mjs';
import lightbulbIcon from 'lucide/dist/esm/icons/lightbulb.mjs';
import linkIcon from 'lucide/dist/esm/icons/link.mjs';
import lockIcon from 'lucide/dist/esm/icons/lock.mjs';
import mehIcon from 'lucide/dist/esm/icons/face-neutral.mjs';
import moreIcon from 'lucide/dist/esm/icons/ellipsis.mjs';
import pencilIcon from 'lucide/dist/esm/icons/pencil.mjs';
import pinIcon from 'lucide/dist/esm/icons/pin.mjs';
import pinOffIcon from 'lucide/dist/esm/icons/pin-off.mjs';
import plusIcon from 'lucide/dist/esm/icons/plus.mjs';
import questionIcon from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import refreshIcon from 'lucide/dist/esm/icons/rotate-cw.mjs';
import searchIcon from 'lucide/dist/esm/icons/search.mjs';
import sendIcon from 'lucide/dist/esm/icons/send.mjs';
import smileIcon from 'lucide/dist/esm/icons/face-slightly-smiling.mjs';
import sparklesIcon from 'lucide/dist/esm/icons/sparkles.mjs';
import trashIcon from 'lucide/dist/esm/icons/trash.mjs';
import undoIcon from 'lucide/dist/esm/icons/undo-2.mjs';
import usersIcon from 'lucide/dist/esm/icons/users-round.mjs';
import warningIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import wifiOffIcon from 'lucide/dist/esm/icons/wifi-off.mjs';
import wrenchIcon from 'lucide/dist/esm/icons/wrench.mjs';
import xIcon from 'lucide/dist/esm/icons/x.mjs';

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
