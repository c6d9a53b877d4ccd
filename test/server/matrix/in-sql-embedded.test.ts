import { openEmbeddedForTest } from './acting';
import { matrixInSql } from './in-sql';

matrixInSql(openEmbeddedForTest);
