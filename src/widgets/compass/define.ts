/** Defines `<samen-compass>`. */
import { SamenCompass } from './samen-compass';
import { defineElement } from '../../elements/define';
import { wire } from '../../wire';

wire();
defineElement('samen-compass', SamenCompass);
