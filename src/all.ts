/**
 * The way in for a page that allows a single script: every element, defined at once. What a person needs
 * who goes on from the first view, English and `local:` are in the one file beside it (`samen.all.more.js`, divided in
 * rollup.config.mjs), which it fetches by itself.
 */
import { claimPage } from './claim-page';
import { defineElement } from './elements/define';
import { SamenSpace } from './elements/samen-space';
import { addIcons } from './ui/icon';
import { arrowLeft } from './ui/icons/arrow-left';
import { arrowUp } from './ui/icons/arrow-up';
import { check } from './ui/icons/check';
import { pin } from './ui/icons/pin';
import { usersRound } from './ui/icons/users-round';
import { x } from './ui/icons/x';
import { SamenAgenda } from './widgets/agenda/samen-agenda';
import { SamenBackpack } from './widgets/backpack/samen-backpack';
import { SamenCompass } from './widgets/compass/samen-compass';
import { SamenResults } from './widgets/results/samen-results';
import { wire } from './wire';

if (claimPage()) {
  wire();
  // With the words of the first views; the others are in the file beside it.
  addIcons({ 'arrow-left': arrowLeft, 'arrow-up': arrowUp, check, people: usersRound, pin, x });
  defineElement('samen-space', SamenSpace);
  defineElement('samen-agenda', SamenAgenda);
  defineElement('samen-backpack', SamenBackpack);
  defineElement('samen-compass', SamenCompass);
  defineElement('samen-results', SamenResults);
}
