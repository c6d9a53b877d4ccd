import { openPostgresForTest } from './acting';
import { matrixInSql } from './in-sql';

matrixInSql(openPostgresForTest);
