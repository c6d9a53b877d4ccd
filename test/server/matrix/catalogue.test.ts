import { openEmbeddedForTest } from './acting';
import { catalogueHolds } from './catalogue';

catalogueHolds(openEmbeddedForTest);
