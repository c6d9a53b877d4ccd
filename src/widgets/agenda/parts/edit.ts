import { nothing } from 'lit';
import { AgendaPart } from './part';
import type { MessageSource } from '../../../elements/messages';

export class AgendaEdit extends AgendaPart<object> {
  protected override get messages(): readonly MessageSource[] {
    return [];
  }

  override render(): typeof nothing {
    return nothing;
  }
}
