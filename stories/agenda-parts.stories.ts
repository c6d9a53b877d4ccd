import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { boardStage } from './agenda-stage';

const meta: Meta = { title: 'Agenda/Boards' };
export default meta;

type Story = StoryObj;

export const Phases: Story = { render: () => boardStage('phases') };
export const Balls: Story = { render: () => boardStage('balls') };
export const NoItems: Story = { render: () => boardStage('phases', []) };
