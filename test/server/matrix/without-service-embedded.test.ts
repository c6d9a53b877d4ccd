import { openEmbeddedForTest } from './acting';
import { matrixWithoutService } from './without-service';

matrixWithoutService(openEmbeddedForTest);
