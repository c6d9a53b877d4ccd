import { matrixOverHttp } from './over-http';
import { PEOPLE, everybody, viewerOf } from './world';
import { isMember } from '../../../src/model/permissions';

matrixOverHttp(everybody.filter((who) => isMember(viewerOf(PEOPLE[who]))));
