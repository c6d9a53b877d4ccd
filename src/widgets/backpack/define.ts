/** Defines `<samen-backpack>`. */
import { SamenBackpack } from './samen-backpack';
import { defineElement } from '../../elements/define';
import { wire } from '../../wire';

wire();
defineElement('samen-backpack', SamenBackpack);
