/**
 * The way in for code: classes and functions, nothing defined and nothing loaded by importing them.
 * Elements are defined by `samen-widgets/compass/define` and its like, by the autoloader, or by hand.
 */
export { version } from './claim-page';
export { provideToken } from './backends/http/tokens';
export { registerBackend } from './backends/registry';
export { defineElement } from './elements/define';
export { SamenElement } from './elements/samen-element';
export { SamenSpace } from './elements/samen-space';
export { SamenAgenda } from './widgets/agenda/samen-agenda';
export { SamenBackpack } from './widgets/backpack/samen-backpack';
export { SamenCompass } from './widgets/compass/samen-compass';
export { SamenResults } from './widgets/results/samen-results';
export { SamenError } from './model/errors';
export type { Backend, BackendEvent, BackendFactory, Capabilities, SeenAs, SpaceConnection } from './contract/backend';
export type { Change, Input, Me, OperationName, Output, ReadName, WriteName } from './contract/operations';
