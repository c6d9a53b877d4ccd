/** Defines `<samen-results>`. */
import { SamenResults } from './samen-results';
import { defineElement } from '../../elements/define';
import { wire } from '../../wire';

wire();
defineElement('samen-results', SamenResults);
