import { READ_OPERATIONS } from './operations';
import type { Operation, OperationName } from './operations';
import { toWire } from './wire';
import type { WireRequest } from './wire';
import { WRITE_OPERATIONS } from './write-operations';
import type { Id } from '../model/types';

/** The whole table. */
export const OPERATIONS = { ...READ_OPERATIONS, ...WRITE_OPERATIONS } satisfies Record<OperationName, Operation>;

/** The request by which any of them is asked for. */
export const wireOf = (operation: OperationName, spaceId: Id, input: object): WireRequest =>
  toWire(operation, OPERATIONS[operation], spaceId, input);
