import { baseStyles } from '../ui/base.styles';
import { buttonStyles } from '../ui/button.styles';
import { skeletonStyles } from '../ui/skeleton.styles';
import { tokensStyles } from '../ui/tokens.styles';

/** What every widget is drawn with, from its first drawing on. */
export const frameStyles = [tokensStyles, baseStyles, buttonStyles, skeletonStyles];
