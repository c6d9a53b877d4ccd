import { FIRST_ICONS } from './first-icons';
import alertIcon from 'lucide/dist/esm/icons/circle-alert.mjs';
import arrowDownIcon from 'lucide/dist/esm/icons/arrow-down.mjs';
import arrowLeftIcon from 'lucide/dist/esm/icons/arrow-left.mjs';
import arrowUpIcon from 'lucide/dist/esm/icons/arrow-up.mjs';
import checkIcon from 'lucide/dist/esm/icons/check.mjs';
import checkCircleIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import copyIcon from 'lucide/dist/esm/icons/copy.mjs';
import eyeIcon from 'lucide/dist/esm/icons/eye.mjs';
import frownIcon from 'lucide/dist/esm/icons/face-slightly-frowning.mjs';
import handHelpingIcon from 'lucide/dist/esm/icons/hand-helping.mjs';
import heartIcon from 'lucide/dist/esm/icons/heart.mjs';
import infoIcon from 'lucide/dist/esm/icons/info.mjs';
import keyIcon from 'lucide/dist/esm/icons/key-round.mjs';
import linkIcon from 'lucide/dist/esm/icons/link.mjs';
import lockIcon from 'lucide/dist/esm/icons/lock.mjs';
import mehIcon from 'lucide/dist/esm/icons/face-neutral.mjs';
import pencilIcon from 'lucide/dist/esm/icons/pencil.mjs';
import plusIcon from 'lucide/dist/esm/icons/plus.mjs';
import questionIcon from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import refreshIcon from 'lucide/dist/esm/icons/rotate-cw.mjs';
import smileIcon from 'lucide/dist/esm/icons/face-slightly-smiling.mjs';
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
  'arrow-up': arrowUpIcon,
  check: checkIcon,
  'check-circle': checkCircleIcon,
  copy: copyIcon,
  eye: eyeIcon,
  frown: frownIcon,
  'hand-helping': handHelpingIcon,
  heart: heartIcon,
  info: infoIcon,
  key: keyIcon,
  link: linkIcon,
  lock: lockIcon,
  meh: mehIcon,
  pencil: pencilIcon,
  /** The name a driver carries in the model; `users` is the same drawing. */
  people: usersIcon,
  plus: plusIcon,
  question: questionIcon,
  refresh: refreshIcon,
  smile: smileIcon,
  trash: trashIcon,
  undo: undoIcon,
  users: usersIcon,
  warning: warningIcon,
  'wifi-off': wifiOffIcon,
  wrench: wrenchIcon,
  x: xIcon,
};
