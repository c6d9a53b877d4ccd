/** Defines `<samen-agenda>`. */
import { SamenAgenda } from './samen-agenda';
import { defineElement } from '../../elements/define';
import { wire } from '../../wire';

wire();
defineElement('samen-agenda', SamenAgenda);
