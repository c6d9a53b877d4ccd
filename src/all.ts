/**
 * The way in for a page that allows a single script: every element, defined at once. What a person needs
 * who goes on from the first view, English and `local:` are in the one file beside it (`samen.all.more.js`, divided in
 * rollup.config.mjs), which it fetches by itself.
 */
import { claimPage } from './claim-page';
import { defineElement } from './elements/define';
import { SamenSpace } from './elements/samen-space';
import { SamenAgenda } from './widgets/agenda/samen-agenda';
import { SamenBackpack } from './widgets/backpack/samen-backpack';
import { SamenCompass } from './widgets/compass/samen-compass';
import { wire } from './wire';

if (claimPage()) {
  wire();
  defineElement('samen-space', SamenSpace);
  defineElement('samen-agenda', SamenAgenda);
  defineElement('samen-backpack', SamenBackpack);
  defineElement('samen-compass', SamenCompass);
}
