import { defineElement } from './define';
import { SamenSpace } from './samen-space';

defineElement('samen-space', SamenSpace);
