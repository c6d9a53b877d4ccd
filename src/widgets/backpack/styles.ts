import type { CSSResult } from 'lit';
import { backpackStyles } from './backpack.styles';
import { experienceStyles } from './card.styles';
import { frameStyles } from '../../elements/frame.styles';

/** All that the first view of the backpack is drawn with. */
export const styles: readonly CSSResult[] = [...frameStyles, ...experienceStyles, backpackStyles];
