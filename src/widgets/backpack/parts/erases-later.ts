import { isShut } from '../card';
import type { ExperienceView } from '../../../model/experience-types';
import type { Space } from '../../../model/types';

/** Whether others read it until the next publication, when its author erases it. What is not known of a space is as usual. */
export function erasesLater(experience: ExperienceView, space?: Pick<Space, 'settings'>): boolean {
  const isDaily = space?.settings.anonymousPosts !== 'atOnce';
  return experience.authorShownAs === 'anonymous' && isDaily && !isShut(experience);
}
