/**
 * The one-file way in, for a page that allows a single script: every element, defined at once, in Dutch.
 * What few pages ask for stands beside it (all-more.ts), and is done without where it cannot be fetched.
 */
import { claimPage } from './claim-page';
import { defineElement } from './elements/define';
import { SamenSpace } from './elements/samen-space';
import { SamenBackpack } from './widgets/backpack/samen-backpack';
import { SamenCompass } from './widgets/compass/samen-compass';
import { wire } from './wire';

if (claimPage()) {
  wire();
  defineElement('samen-space', SamenSpace);
  defineElement('samen-backpack', SamenBackpack);
  defineElement('samen-compass', SamenCompass);
}
