import { createContext } from '@lit/context';
import type { SamenConfig } from './config';

/**
 * What a `<samen-space>` provides to elements of others; our own look around themselves (`surroundings.ts`). The key
 * carries its version: two versions of the library on a page do not share private shapes.
 */
export const configContext = createContext<SamenConfig>(Symbol.for('samen-config-1'));
