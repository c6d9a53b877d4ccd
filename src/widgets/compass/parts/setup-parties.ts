import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { KeptForm } from './kept-form';
import { SetupStep } from './setup-step';
import type { OpenStep } from './setup-step';
import { QueryController } from '../../../elements/query-controller';
import { newId } from '../../../model/new-id';
import { TITLE_LIMIT } from '../../../model/text';
import type { Id, Party, PartyKind, Space } from '../../../model/types';
import type { FormError } from '../../../ui/errors';
import { selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';

interface PartiesForm {
  /** Of the space; undefined while it is as it was. */
  name?: string;
  /** Other names of parties, as typed. */
  names: Readonly<Record<Id, string>>;
  newName: string;
  newKind: PartyKind;
}

/** What the collaboration is called, and who takes part: departments and partners. */
export class SetupParties extends SetupStep {
  readonly #form = new KeptForm<PartiesForm>(this, 'setup parties', {
    names: {},
    newName: '',
    newKind: 'department',
  });
  readonly #members = new QueryController(this, 'listMembers', () => ({ limit: 100 }));

  protected override get step(): OpenStep {
    return 'parties';
  }

  protected override renderStep(space: Space): TemplateResult {
    const { t } = this;
    const { name, names, newName, newKind } = this.#form.value;
    return html`<form class="stack" novalidate @submit=${this.onSubmit(() => this.#save(space))}>
      ${textField({ id: 'space-name', label: t('spaceName'), ...this.errorOf('space-name'), value: name ?? space.name, onInput: (typed) => this.#form.type({ name: typed }) })}
      ${space.parties.map((party, index) => this.#renderParty(party, index, names[party.id] ?? party.name))}
      <fieldset class="stack apart">
        <legend class="label">${t('newParty')}</legend>
        ${textField({ id: 'party-name', label: t('partyName'), ...this.errorOf('party-name'), value: newName, onInput: (typed) => this.#form.type({ newName: typed }) })}
        ${selectField({
          id: 'party-kind',
          label: t('partyKind'),
          value: newKind,
          choices: [
            { value: 'department', label: t('department') },
            { value: 'partner', label: t('partner') },
          ],
          onChange: (kind) => this.#form.type({ newKind: kind as PartyKind }),
        })}
        <div><button type="button" class="btn" @click=${() => void this.once('add', async () => void (await this.#add()))}>${icon('plus')}${t('addParty')}</button></div>
      </fieldset>
      ${this.renderButtons()}
    </form>`;
  }

  #renderParty({ id, kind, name }: Party, index: number, typed: string): TemplateResult {
    const { t } = this;
    const label = t('partyNumber', index + 1, t(kind));
    // A party with people in it stays: they would belong nowhere.
    const isEmpty = this.#members.data?.items.every(({ partyId }) => partyId !== id) ?? false;
    return html`<div class="stack stack--tight">
      ${textField({ id: `party-${id}`, label, ...this.errorOf(`party-${id}`), value: typed, onInput: (value) => this.#form.type({ names: { ...this.#form.value.names, [id]: value } }) })}
      ${isEmpty ? html`<div><button type="button" id="remove-${id}" class="btn btn--quiet pull" @click=${() => void this.once(id, () => this.#remove(id))}>${icon('trash')}${t('removeParty', typed || name)}</button></div>` : nothing}
    </div>`;
  }

  /** The parties with the names as typed; a party that gets another name has it for a short name too. */
  #named({ parties }: Space): Party[] {
    const { names } = this.#form.value;
    return parties.map((party) => {
      const name = names[party.id] ?? party.name;
      return name === party.name ? party : { ...party, name, shortName: name };
    });
  }

  /** What was typed over what is there. */
  #changes(space: Space): { name?: string; parties: Party[] } {
    const { name } = this.#form.value;
    return { ...(name !== undefined && { name }), parties: this.#named(space) };
  }

  #errors(space: Space): FormError[] {
    const { name, parties } = this.#changes(space);
    return [
      ...this.textError('space-name', name ?? space.name, this.t('spaceNameError'), TITLE_LIMIT),
      ...parties.flatMap((party) =>
        this.textError(`party-${party.id}`, party.name, this.t('partyNameError'), TITLE_LIMIT),
      ),
    ];
  }

  async #add(): Promise<boolean> {
    const space = this.space.data;
    if (!space) return false;
    const { newName: name, newKind: kind } = this.#form.value;
    const isFine = this.check([
      ...this.#errors(space),
      ...this.textError('party-name', name, this.t('partyNameError'), TITLE_LIMIT),
    ]);
    if (!isFine) return false;
    const changes = this.#changes(space);
    const party: Party = { id: newId(), kind, name, shortName: name };
    if (!(await this.changeSpace({ ...changes, parties: [...changes.parties, party] }))) return false;
    await this.#form.clear();
    this.#form.type({ newKind: kind });
    this.say(this.t('partyAdded', name));
    this.focusOn('party-name');
    return true;
  }

  async #remove(id: Id): Promise<void> {
    const space = this.space.data;
    const gone = space?.parties.find((party) => party.id === id);
    if (!space || !gone) return;
    const parties = space.parties.filter((party) => party !== gone);
    if (!(await this.changeSpace({ parties }))) return;
    const { [id]: _gone, ...names } = this.#form.value.names;
    this.#form.type({ names });
    this.say(this.t('partyRemoved', gone.name));
    this.focusOn('party-name');
  }

  async #save(space: Space): Promise<void> {
    // A name that stands in the field of a new party was meant: it is added, not lost.
    if (this.#form.value.newName.trim() && !(await this.#add())) return;
    const now = this.space.data ?? space;
    if (!this.check(this.#errors(now))) return;
    const changes = this.#changes(now);
    await this.goOn(changes);
    if (!this.refused) await this.#form.clear();
  }
}
