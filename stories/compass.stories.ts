import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { reads, see } from './compass-find';
import { inSetup, withOpenRound, withTooFew, withoutRounds } from './compass-rows';
import { CORE_TEAM, PARTNER, compassStory } from './compass-stage';
import type { CompassStory } from './compass-stage';

const meta: Meta = {
  title: 'Widgets/Compass',
  component: 'samen-compass',
  parameters: {
    docs: {
      description: {
        component:
          'The intention in the middle, drivers around it: each petal as long as its share of “good” in the last closed round.',
      },
    },
  },
};

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];

/** A story that is there once this can be seen, by its Dutch or its English name. */
function story(options: CompassStory, role: Role, name: RegExp): Story {
  return {
    render: () => compassStory(options),
    play: async ({ canvasElement }) => void (await see(canvasElement, role, name)),
  };
}

const OPEN: CompassStory = { rows: withOpenRound };

export const Wide: Story = story({}, 'button', /^De inwoner eerst/);

/** The rows are the buttons; the picture is only a picture. */
export const InAColumn: Story = story({ isNarrow: true }, 'button', /^De inwoner eerst/);

export const MemberWithOpenRound: Story = story(OPEN, 'button', /^(Inchecken|Check in)$/);

export const CoreTeam: Story = story({ ...OPEN, as: CORE_TEAM }, 'button', /^(Ronde sluiten|Close the round)$/);

export const CoreTeamInAColumn: Story = story({ as: CORE_TEAM, isNarrow: true }, 'group', /kernteam|core team/i);

export const AllRounds: Story = story({ path: ['history'] }, 'table', /^(Alle rondes|All rounds)$/);

export const AllRoundsInAColumn: Story = {
  ...AllRounds,
  render: () => compassStory({ path: ['history'], isNarrow: true }),
};

/** An editor chose a party, and the rules show its group. */
export const PartyShown: Story = story({ party: 'afd-toegang' }, 'button', /^De inwoner eerst/);

/** An editor chose a party whose group is not shown: everyone together stands instead. */
export const PartyHidden: Story = story({ party: 'par-vrijwillig' }, 'button', /^De inwoner eerst/);

/** The page of an editor who writes about what was: an earlier round. */
export const AnEarlierRound: Story = story({ round: 'ronde-2' }, 'button', /^De inwoner eerst/);

export const BeforeTheFirstRound: Story = story({ rows: withoutRounds }, 'button', /^De inwoner eerst/);

/** A round in which three people took part. */
export const NothingShown: Story = story({ rows: withTooFew }, 'button', /^De inwoner eerst/);

/** A member sees a space whose core team has not yet written the intention. */
export const NoIntentionYet: Story = story(
  { rows: (rows) => inSetup(rows, 'intention') },
  'heading',
  /^(Er is nog geen bedoeling|There is no intention yet)$/,
);

/** Somebody who is signed in, and not one of those who work together here. */
export const NotAMember: Story = {
  render: () => compassStory({ as: 'gast' }),
  play: ({ canvasElement }) => reads(canvasElement, /geen deelnemer|geen samenwerking|not a member|no space/),
};

export const ReadOnly: Story = story({ ...OPEN, readonly: true, as: CORE_TEAM }, 'button', /^De inwoner eerst/);

/** An editor looks as a partner would. */
export const PreviewPartner: Story = story({ ...OPEN, preview: 'partner' }, 'button', /^De inwoner eerst/);

export const AsAPartner: Story = story({ ...OPEN, as: PARTNER }, 'button', /^(Inchecken|Check in)$/);
