import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { reads } from './compass-find';
import { stateStory, wrongBackendStory } from './states-stage';

/** The states every widget has (WIDGETS.md, every widget), each brought about by its backend. */
const meta: Meta = { title: 'UI/States' };
export default meta;

type Story = StoryObj;

export const Ready: Story = { render: () => stateStory('ready') };
export const Loading: Story = { render: () => stateStory('waits') };
export const ServerBusy: Story = { render: () => stateStory('fails-busy') };
export const Forbidden: Story = { render: () => stateStory('fails-forbidden') };
export const Offline: Story = { render: () => stateStory('offline') };
export const PartDidNotCome: Story = {
  render: () => stateStory('part-away'),
  play: ({ canvasElement }) => reads(canvasElement, /Probeer het opnieuw|Try again/),
};
export const PartDidNotComeOffline: Story = {
  render: () => stateStory('part-offline'),
  play: ({ canvasElement }) => reads(canvasElement, /Zodra die er is|once you are connected/),
};
export const NothingIsKept: Story = { render: () => stateStory('memory') };
export const SessionEnded: Story = { render: () => stateStory('ended') };
export const ReadOnly: Story = { render: () => stateStory('ready', { readonly: true }) };
export const AsAPartner: Story = { render: () => stateStory('ready', { preview: 'partner' }) };
export const NotAMember: Story = { render: () => stateStory('stranger') };
export const NoSuchSpace: Story = { render: () => stateStory('nowhere') };
export const Refused: Story = { render: () => stateStory('refuses') };
export const BackendWithoutHttps: Story = { render: () => wrongBackendStory('http://intranet.example/samen/v1') };
export const BackendUnknown: Story = { render: () => wrongBackendStory('acme:hier') };
