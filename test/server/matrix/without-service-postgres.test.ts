import { openPostgresForTest } from './acting';
import { matrixWithoutService } from './without-service';

matrixWithoutService(openPostgresForTest);
