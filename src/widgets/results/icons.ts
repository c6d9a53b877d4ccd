import { arrowRight } from '../../ui/icons/arrow-right';
import { circleCheck } from '../../ui/icons/circle-check';
import { flag } from '../../ui/icons/flag';
import { leaf } from '../../ui/icons/leaf';
import { plus } from '../../ui/icons/plus';

/** What stands on nearly every card: it comes along, and is there in the first drawing. */
export const CARD_ICONS = { 'arrow-right': arrowRight, 'check-circle': circleCheck, flag, leaf, plus };
