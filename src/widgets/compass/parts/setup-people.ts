import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { KeptForm } from './kept-form';
import { SetupStep } from './setup-step';
import type { OpenStep } from './setup-step';
import type { Based } from '../../../contract/operations';
import { QueryController } from '../../../elements/query-controller';
import { isId } from '../../../model/id';
import { newId } from '../../../model/new-id';
import { TITLE_LIMIT } from '../../../model/text';
import type { Id, Member, Role, Space } from '../../../model/types';
import type { FormError } from '../../../ui/errors';
import { selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

interface Person {
  name: string;
  jobTitle: string;
  partyId: Id;
  role: Role;
  /** What the sign-in calls them, where there is one. */
  code: string;
}

interface PeopleForm {
  /** What I changed of myself. */
  me: Partial<Pick<Person, 'name' | 'jobTitle' | 'partyId'>>;
  person: Partial<Person>;
}

type Known = Member & Based;

/** Who takes part: names, job titles, parties and roles; and how the others come. */
export class SetupPeople extends SetupStep {
  readonly #form = new KeptForm<PeopleForm>(this, 'setup people', { me: {}, person: {} });
  readonly #members = new QueryController(this, 'listMembers', () => ({ limit: 100 }));

  protected override get step(): OpenStep {
    return 'people';
  }

  get #all(): readonly Known[] {
    return this.#members.data?.items ?? [];
  }

  get #me(): Known | undefined {
    return this.#all.find(({ id }) => id === this.client?.me()?.personId);
  }

  /** People sign in at a server, and are known by what their sign-in says; elsewhere they are names on a list. */
  get #isSignedIn(): boolean {
    return this.client?.state.capabilities?.sealed ?? false;
  }

  /** The person as typed, with what stands in the lists when nothing was chosen. */
  #person({ parties }: Space): Person {
    const partyId = parties[0]?.id ?? '';
    return { name: '', jobTitle: '', role: 'member', code: '', partyId, ...this.#form.value.person };
  }

  protected override renderStep(space: Space): TemplateResult | typeof nothing {
    const { t } = this;
    const me = this.#me;
    if (!me) return nothing;
    const others = this.#all.filter((member) => member !== me);
    return html`${this.#renderHow(space)}
      <form class="stack" novalidate @submit=${this.onSubmit(() => this.#save(space))}>
        ${this.#renderMe(me, space)}
        ${others.length > 0 ? this.#renderOthers(others, space) : nothing}
        ${this.#renderNew(space)}
        ${this.#all.some(({ role }) => role === 'admin') ? nothing : notice({ tone: 'warn', title: t('noAdminTitle'), text: t('noAdminText') })}
        ${this.renderButtons(t('next'), t('setupLater'))}
      </form>`;
  }

  #renderHow({ settings, parties }: Space): TemplateResult {
    const { t } = this;
    if (!this.#isSignedIn) return notice({ tone: 'info', title: t('peopleLocal'), text: t('peopleLocalText') });
    if (settings.signIn !== 'byClaim') return html`<p>${t('peopleInvited')}</p>`;
    return html`<div class="stack stack--tight">
      <p>${t('peopleByClaim')}</p>
      <p><b>${t('peoplePartyCodes')}</b></p>
      <ul class="people">${parties.map(({ id, name }) => html`<li><span>${name}</span><code>${id}</code></li>`)}</ul>
    </div>`;
  }

  #renderMe(me: Known, space: Space): TemplateResult {
    const { t } = this;
    const { name, jobTitle, partyId } = { ...me, ...this.#form.value.me };
    const type = (change: PeopleForm['me']) => this.#form.type({ me: { ...this.#form.value.me, ...change } });
    return html`<fieldset class="stack apart">
      <legend class="label">${t('peopleYou')}</legend>
      ${textField({ id: 'my-name', label: t('personName'), optional: this.common('optional'), ...this.errorOf('my-name'), value: name, onInput: (typed) => type({ name: typed }) })}
      ${textField({ id: 'my-job-title', label: t('personJobTitle'), ...this.errorOf('my-job-title'), value: jobTitle, onInput: (typed) => type({ jobTitle: typed }) })}
      ${this.#partyField('my-party', partyId, space, (chosen) => type({ partyId: chosen }))}
    </fieldset>`;
  }

  #partyField(id: string, value: Id, { parties }: Space, onChange: (partyId: Id) => void): TemplateResult {
    const choices = parties.map((party) => ({ value: party.id, label: party.name }));
    return selectField({ id, label: this.t('personParty'), value, choices, onChange });
  }

  #roleName(role: Role): string {
    return this.t(role === 'admin' ? 'roleAdmin' : role === 'coreTeam' ? 'roleCoreTeam' : 'roleMember');
  }

  #renderOthers(others: readonly Known[], { parties }: Space): TemplateResult {
    const { t } = this;
    return html`<div class="stack stack--tight">
      <p class="label" id="people-label">${t('peopleSoFar')}</p>
      <ul class="people" aria-labelledby="people-label">${others.map((member) => {
        const party = parties.find(({ id }) => id === member.partyId)?.name;
        const who = whoIs(member);
        const rest = [member.name && member.jobTitle, party, member.role !== 'member' && this.#roleName(member.role)];
        return html`<li>
          <span><b>${who}</b> <span class="small muted">${rest.filter(Boolean).join(', ')}</span></span>
          <button type="button" class="btn btn--quiet btn--icon" @click=${() => void this.once(member.id, () => this.#remove(member))}>${icon('trash', { label: t('removePerson', who) })}</button>
        </li>`;
      })}</ul>
    </div>`;
  }

  #renderNew(space: Space): TemplateResult {
    const { t } = this;
    const { name, jobTitle, partyId, role, code } = this.#person(space);
    const type = (change: Partial<Person>) => this.#form.type({ person: { ...this.#form.value.person, ...change } });
    return html`<fieldset class="stack apart">
      <legend class="label">${t('newPerson')}</legend>
      ${textField({ id: 'person-name', label: t('personName'), optional: this.common('optional'), ...this.errorOf('person-name'), value: name, onInput: (typed) => type({ name: typed }) })}
      ${textField({ id: 'person-job-title', label: t('personJobTitle'), ...this.errorOf('person-job-title'), value: jobTitle, onInput: (typed) => type({ jobTitle: typed }) })}
      ${this.#partyField('person-party', partyId, space, (chosen) => type({ partyId: chosen }))}
      ${selectField({
        id: 'person-role',
        label: t('personRole'),
        description: t('personRoleHint'),
        value: role,
        choices: (['member', 'coreTeam', 'admin'] as const).map((each) => ({
          value: each,
          label: this.#roleName(each),
        })),
        onChange: (chosen) => type({ role: chosen as Role }),
      })}
      ${this.#isSignedIn ? textField({ id: 'person-code', label: t('personCode'), description: t('personCodeHint'), ...this.errorOf('person-code'), value: code, onInput: (typed) => type({ code: typed }) }) : nothing}
      <div><button type="button" class="btn" @click=${() => void this.once('add', async () => void (await this.#add(space)))}>${icon('plus')}${t('addPerson')}</button></div>
    </fieldset>`;
  }

  #personErrors(space: Space): FormError[] {
    const { t } = this;
    const { name, jobTitle, code } = this.#person(space);
    const errors = [
      ...this.textError('person-name', name, undefined, TITLE_LIMIT),
      ...this.textError('person-job-title', jobTitle, t('personJobTitleError'), TITLE_LIMIT),
    ];
    if (!this.#isSignedIn) return errors;
    if (!isId(code.trim())) return [...errors, { fieldId: 'person-code', text: t('personCodeError') }];
    const isTaken = this.#all.some(({ id }) => id === code.trim());
    return isTaken ? [...errors, { fieldId: 'person-code', text: t('personCodeTaken') }] : errors;
  }

  async #add(space: Space): Promise<boolean> {
    if (!this.check(this.#personErrors(space))) return false;
    const { code, ...person } = this.#person(space);
    const id = this.#isSignedIn ? code.trim() : newId();
    const { refused } = await this.send('saveMember', { ...person, id, version: 0 });
    this.refused = refused;
    if (refused) return false;
    // The next one is often of the same party.
    this.#form.type({ person: { partyId: person.partyId } });
    this.say(this.t('personAdded', whoIs(person)));
    this.focusOn('person-name');
    return true;
  }

  async #remove(member: Known): Promise<void> {
    const { refused } = await this.send('removeMember', { id: member.id, version: member.version });
    this.refused = refused;
    if (refused) return;
    this.say(this.t('personRemoved', whoIs(member)));
    this.focusOn('person-name');
  }

  async #save(space: Space): Promise<void> {
    const me = this.#me;
    if (!me) return;
    const { person } = this.#form.value;
    // Somebody whose name or job title stands there was meant: they are added, not lost.
    const isTyped = [person.name, person.jobTitle, person.code].some((text) => text?.trim());
    const mine = { ...me, ...this.#form.value.me };
    const isFine = this.check([
      ...this.textError('my-name', mine.name, undefined, TITLE_LIMIT),
      ...this.textError('my-job-title', mine.jobTitle, this.t('yourJobTitleError'), TITLE_LIMIT),
      ...(isTyped ? this.#personErrors(space) : []),
    ]);
    if (!isFine || (isTyped && !(await this.#add(space)))) return;
    if (Object.keys(this.#form.value.me).length > 0) {
      const { refused } = await this.send('saveMember', mine);
      this.refused = refused;
      if (refused) return;
    }
    await this.#form.clear();
    await this.goOn();
  }
}

/** How somebody is called in a list: by name, or by job title where no name is known. */
function whoIs({ name, jobTitle }: Pick<Member, 'name' | 'jobTitle'>): string {
  return name || jobTitle;
}
