import { FIRST_ICONS } from './first-icons';
import { circleAlert } from './icons/circle-alert';
import { arrowDown } from './icons/arrow-down';
import { arrowLeft } from './icons/arrow-left';
import { arrowRight } from './icons/arrow-right';
import { arrowUp } from './icons/arrow-up';
import { messageCircleQuestionMark } from './icons/message-circle-question-mark';
import { building } from './icons/building';
import { calendar } from './icons/calendar';
import { circleCheck } from './icons/circle-check';
import { check } from './icons/check';
import { copy } from './icons/copy';
import { download } from './icons/download';
import { eye } from './icons/eye';
import { eyeOff } from './icons/eye-off';
import { slidersHorizontal } from './icons/sliders-horizontal';
import { fileText } from './icons/file-text';
import { flag } from './icons/flag';
import { footprints } from './icons/footprints';
import { faceSlightlyFrowning } from './icons/face-slightly-frowning';
import { globe } from './icons/globe';
import { graduationCap } from './icons/graduation-cap';
import { handshake } from './icons/handshake';
import { handHelping } from './icons/hand-helping';
import { heart } from './icons/heart';
import { image } from './icons/image';
import { info } from './icons/info';
import { keyRound } from './icons/key-round';
import { leaf } from './icons/leaf';
import { lightbulb } from './icons/lightbulb';
import { link } from './icons/link';
import { lock } from './icons/lock';
import { faceNeutral } from './icons/face-neutral';
import { ellipsis } from './icons/ellipsis';
import { pencil } from './icons/pencil';
import { pin } from './icons/pin';
import { pinOff } from './icons/pin-off';
import { plus } from './icons/plus';
import { circleQuestionMark } from './icons/circle-question-mark';
import { rotateCw } from './icons/rotate-cw';
import { search } from './icons/search';
import { send } from './icons/send';
import { faceSlightlySmiling } from './icons/face-slightly-smiling';
import { sparkles } from './icons/sparkles';
import { trash } from './icons/trash';
import { undo2 } from './icons/undo-2';
import { usersRound } from './icons/users-round';
import { trendingUp } from './icons/trending-up';
import { triangleAlert } from './icons/triangle-alert';
import { wifiOff } from './icons/wifi-off';
import { wrench } from './icons/wrench';
import { x } from './icons/x';

/** Every icon by name. Fetched when one is drawn that nobody brought along; a first view has `FIRST_ICONS`. */
export const ICONS = {
  ...FIRST_ICONS,
  handshake,
  alert: circleAlert,
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  ask: messageCircleQuestionMark,
  building,
  calendar,
  'check-circle': circleCheck,
  check,
  copy,
  download,
  'eye-off': eyeOff,
  eye,
  filter: slidersHorizontal,
  file: fileText,
  flag,
  footprints,
  frown: faceSlightlyFrowning,
  globe,
  graduation: graduationCap,
  'hand-helping': handHelping,
  heart,
  image,
  info,
  key: keyRound,
  leaf,
  lightbulb,
  link,
  lock,
  meh: faceNeutral,
  more: ellipsis,
  pencil,
  /** The name a driver carries in the model; `users` is the same drawing. */
  people: usersRound,
  'pin-off': pinOff,
  pin,
  plus,
  question: circleQuestionMark,
  refresh: rotateCw,
  search,
  send,
  smile: faceSlightlySmiling,
  sparkles,
  trash,
  'trending-up': trendingUp,
  undo: undo2,
  users: usersRound,
  warning: triangleAlert,
  'wifi-off': wifiOff,
  wrench,
  x,
};
