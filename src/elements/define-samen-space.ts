import { attachContextRoot } from './context-root';
import { defineElement } from './define';
import { SamenSpace } from './samen-space';

if (typeof document !== 'undefined') attachContextRoot(document);
defineElement('samen-space', SamenSpace);
