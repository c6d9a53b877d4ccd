import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Choices } from './composer-draft';
import type { SpaceView } from '../../../contract/operations';
import type { TermOf } from '../../../elements/message-sources';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import type { AuthorShownAs } from '../../../model/experience-types';
import type { AudienceChoice, Member, Party } from '../../../model/types';
import { radioCards } from '../../../ui/field';
import type { Choice } from '../../../ui/field';
import type { IconName } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

type Term = TermOf<BackpackPartsMessages>;

export interface ChoicesOptions {
  t: Term;
  member: Member;
  party: Pick<Party, 'kind' | 'name'>;
  chosen: Choices;
  audiences: readonly AudienceChoice[];
  names: readonly AuthorShownAs[];
  /** Why not all names are there, when that is so. */
  namesHint: string;
  space: Pick<SpaceView, 'settings' | 'jobTitlePeers'> | undefined;
  count: (choice: AudienceChoice) => number | undefined;
  onAudience: (audience: AudienceChoice) => void;
  onName: (shownAs: AuthorShownAs) => void;
}

const AUDIENCE_ICON: Record<AudienceChoice, IconName> = {
  me: 'lock',
  party: 'users',
  internal: 'building',
  everyone: 'globe',
};

const SEND = {
  me: 'sendMe',
  party: 'sendParty',
  internal: 'sendInternal',
  everyone: 'sendEveryone',
} as const satisfies Record<AudienceChoice, keyof BackpackPartsMessages>;

/** What the button says: with whom it is shared, once more. */
export const sendLabel = (t: Term, audience: AudienceChoice, { kind }: Pick<Party, 'kind'>): string =>
  audience === 'party' && kind === 'partner' ? t('sendOrganisation') : t(SEND[audience]);

/** And under which name. */
export function sendAs(t: Term, { audience, authorShownAs }: Choices, { name, jobTitle }: Member): string {
  if (audience === 'me') return '';
  if (authorShownAs === 'anonymous') return t('asNobody');
  return authorShownAs === 'named' && name ? t('asName', name) : t('asJobTitle', jobTitle);
}

/** Who reads it and under which name, in plain words, before the button. */
export function choices(options: ChoicesOptions): TemplateResult {
  const { t, chosen, audiences, names, namesHint, onAudience, onName } = options;
  return html`${radioCards({
    id: 'audience',
    label: t('mayRead'),
    value: chosen.audience,
    choices: audiences.map((choice) => audienceChoice(options, choice)),
    onChange: (value) => onAudience(value as AudienceChoice),
  })}
  ${
    chosen.audience === 'me'
      ? nothing
      : html`<div class="stack">
          ${radioCards({
            id: 'shown-as',
            label: t('whichName'),
            ...(namesHint ? { description: namesHint } : {}),
            value: chosen.authorShownAs,
            choices: names.map((shownAs) => nameChoice(options, shownAs)),
            onChange: (value) => onName(value as AuthorShownAs),
          })}
          <div class="stack" aria-live="polite">${aboutName(options)}</div>
        </div>`
  }`;
}

function audienceChoice({ t, party, count }: ChoicesOptions, choice: AudienceChoice): Choice {
  const people = count(choice);
  const counted = people === undefined ? '' : t('countPeople', people);
  const [label, ...about] = {
    me: [t('readMe')],
    party: [party.kind === 'partner' ? t('readOrganisation') : t('readParty'), party.name, counted],
    internal: [t('readInternal'), t('readInternalHint'), counted],
    everyone: [t('readEveryone'), t('readEveryoneHint'), counted],
  }[choice];
  const description = about.filter(Boolean).join(', ');
  return { value: choice, label: label ?? '', icon: AUDIENCE_ICON[choice], ...(description ? { description } : {}) };
}

function nameChoice({ t, member, party }: ChoicesOptions, shownAs: AuthorShownAs): Choice {
  const { name, jobTitle } = member;
  const [label, ...about] = {
    named: [t('nameNamed'), name, jobTitle],
    jobTitle: [t('nameJobTitle'), jobTitle, party.name],
    anonymous: [t('nameAnonymous'), t('nameAnonymousHint')],
  }[shownAs];
  return { value: shownAs, label: label ?? '', description: about.filter(Boolean).join(', ') };
}

/** What one should know of the choice just made. */
function aboutName({ t, chosen, space }: ChoicesOptions): TemplateResult | typeof nothing {
  if (chosen.authorShownAs === 'jobTitle' && space?.jobTitlePeers === 'few')
    return notice({ tone: 'warn', title: t('fewPeers'), text: t('fewPeersText') });
  if (chosen.authorShownAs !== 'anonymous') return nothing;
  const approval = space?.settings.approvesAnonymous ? ` ${t('approved')}` : '';
  return space?.settings.anonymousPosts === 'atOnce'
    ? notice({ tone: 'warn', title: t('atOnce'), text: t('atOnceText') + approval })
    : notice({ tone: 'info', icon: 'clock', title: t('daily'), text: t('dailyText') + approval });
}
